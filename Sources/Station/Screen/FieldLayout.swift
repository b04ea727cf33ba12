/// Where the parts of a field stand: from above, header, border, word, text, footer.
struct FieldLayout {
  /// Everything but header and footer; the border runs along its edge.
  let body: Area
  let border: Border
  let isBorderThin: Bool
  let lettering: Lettering?
  let letteringCorner: (row: Int, column: Int)
  /// With the row of each.
  let lines: [(row: Int, line: FieldText.Line)]
  /// Where lines begin.
  let column: Int
  let footer: [CellText]

  /// nil where the word does not fit in block letters beside so much text.
  init?(of field: LaneField, in area: Area, density: FieldText.Density) {
    footer = field.footer?.rows(limit: density.footerRows, width: area.width - 2) ?? []
    body = Area(
      row: area.row + 1, column: area.column, width: area.width, height: area.height - 1 - footer.count)
    guard body.height >= 0 else { return nil }
    border = density == .tight ? .none : field.picture.border
    isBorderThin = density != .roomy
    let inside = body.inset(rows: border.rows(isThin: isBorderThin), columns: max(1, border.columns))
    let width = border.columns > 0 ? inside.width - 1 : inside.width
    let text = FieldText(of: field.picture, width: width, density: density)
    let room = inside.height - text.lines.count
    lettering = field.picture.lettering(width: inside.width, height: room)
    guard room >= 0, lettering != nil || field.picture.word == nil else { return nil }

    let gaps = Gaps(rows: room - (lettering?.height ?? 0))
    let letteringRow = inside.row + gaps.aboveWord
    letteringCorner = (letteringRow, inside.column + (inside.width - (lettering?.width ?? 0)) / 2)
    column = inside.column
    var row = letteringRow + (lettering?.height ?? 0) + gaps.underWord
    var lines: [(Int, FieldText.Line)] = []
    let imperative = text.lines.firstIndex(where: \.isImperative)
    for (index, line) in text.lines.enumerated() {
      if index == imperative { row += gaps.aboveImperative }
      lines.append((row, line))
      row += 1
    }
    self.lines = lines
  }

  /// The blank rows, shared out: first between the parts, so that they are told apart, then above and below.
  private struct Gaps {
    let underWord, aboveImperative, aboveWord: Int

    init(rows: Int) {
      underWord = min(2, (rows + 2) / 3)
      aboveImperative = min(2, (rows + 1) / 3)
      aboveWord = (rows - underWord - aboveImperative + 1) / 2
    }
  }
}

extension FieldText.Density {
  fileprivate var footerRows: Int {
    switch self {
    case .roomy: 2
    case .compact: 1
    case .tight: 0
    }
  }
}

extension Picture {
  fileprivate func lettering(width: Int, height: Int) -> Lettering? {
    guard let word else { return nil }
    // A row apart from text and border, unless that costs the word.
    let height = max(height - (border == .none ? 1 : 2), min(height, BlockFont.height))
    let modest = isModest ? Lettering(word, icon: icon, width: width / 2, height: height) : nil
    return modest ?? Lettering(word, icon: icon, width: width, height: height)
  }
}
