/// The text of a field under its word: lines in the order they stand in.
struct FieldText: Hashable {
  /// How much is said; what is left out first is what the operator needs least.
  enum Density: CaseIterable {
    case roomy
    /// Number and part in one row, nothing wrapped but the imperative.
    case compact
    /// The number and the imperative.
    case tight
  }

  struct Line: Hashable {
    var text: CellText
    var isImperative = false

    /// The imperative's sign stands before the column that texts begin in.
    var indent: Int { isImperative ? FieldText.indent - FieldText.sign.count : FieldText.indent }
  }

  let lines: [Line]

  private static let indent = 5
  private static let sign = ">  "

  init(of picture: Picture, width: Int, density: Density) {
    let width = max(1, width - Self.indent)
    let imperative = picture.imperative.map { CellText($0).wrapped(to: width, rows: 3) } ?? []
    let number =
      picture.number.map { CellText($0).spread(to: width) }
      ?? picture.scan.map { CellText($0).clippedFromTheLeft(to: width) }
    let part = picture.part.map { CellText($0).clipped(to: width) }
    let reasons = picture.reasons.map(CellText.init)
    let notes = picture.notes.flatMap { CellText($0).wrapped(to: width, rows: density == .roomy ? 2 : 1) }
    let texts: [CellText?]
    switch density {
    case .roomy: texts = [number, part] + reasons.flatMap { $0.wrapped(to: width, rows: 2) }
    case .compact: texts = Self.inOneRow(number, part, width: width) + reasons.map { $0.clipped(to: width) }
    case .tight: texts = [number]
    }
    let signs = [CellText(Self.sign)] + Array(repeating: CellText("   "), count: imperative.count)
    lines =
      texts.compactMap(\.self).map { Line(text: $0) }
      + zip(signs, imperative).map { Line(text: $0 + $1, isImperative: true) }
      + (density == .tight ? [] : notes).map { Line(text: $0) }
  }

  /// Number and part side by side; the number alone where too little of the part would be left.
  private static func inOneRow(_ number: CellText?, _ part: CellText?, width: Int) -> [CellText?] {
    guard let number, let part else { return [number ?? part] }
    let start = number + CellText("      ")
    let room = width - start.width
    return [room < 12 ? number : start + part.clipped(to: room)]
  }
}
