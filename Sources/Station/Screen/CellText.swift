import Scanning

/// Text as a screen can show it: every scalar takes one column and none acts on the terminal, wherever it came from.
///
/// What a screen cannot show is escaped (`\u{1B}`); what it would show in no column or in two is a question mark.
struct CellText: Hashable, Sendable {
  private(set) var scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = text.escaped().unicodeScalars.map { $0.takesOneColumn ? $0 : "?" }
  }

  private init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  var width: Int { scalars.count }
  var isEmpty: Bool { scalars.isEmpty }

  /// Its beginning, where it is wider; ends in `…`.
  func clipped(to width: Int) -> CellText {
    guard self.width > width else { return self }
    return width > 0 ? CellText(scalars.prefix(width - 1) + ["…"]) : CellText([])
  }

  /// Its end, where it is wider: of two serial numbers, the ends differ.
  func clippedFromTheLeft(to width: Int) -> CellText {
    guard self.width > width else { return self }
    return width > 0 ? CellText(["…"] + scalars.suffix(width - 1)) : CellText([])
  }

  /// In at most so many rows, broken at spaces where there are any; the last one is clipped.
  func wrapped(to width: Int, rows: Int) -> [CellText] {
    var wrapped: [CellText] = []
    var rest = scalars[...]
    while rest.count > width, wrapped.count < rows - 1 {
      let room = rest.prefix(width + 1)
      let end = room.lastIndex(of: " ") ?? room.index(before: room.endIndex)
      wrapped.append(CellText(Array(rest[..<end])))
      rest = rest[end...].drop { $0 == " " }
    }
    return wrapped + [CellText(Array(rest)).clipped(to: width)]
  }

  /// With a space between two characters, as far as that fits.
  func spread(to width: Int) -> CellText {
    guard 2 * self.width - 1 <= width else { return clippedFromTheLeft(to: width) }
    return CellText(Array(scalars.map { [$0] }.joined(separator: [" "])))
  }

  static func + (left: CellText, right: CellText) -> CellText {
    CellText(left.scalars + right.scalars)
  }
}

extension Unicode.Scalar {
  /// Those that every terminal draws in one column. The list is closed: what a terminal takes for wide, for combining
  /// or for nothing at all differs from one to the next.
  fileprivate var takesOneColumn: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x17F: true  // ASCII and Latin; U+00AD is a hyphen that may not show
    case 0x391...0x3A1, 0x3A3...0x3C9, 0x401, 0x410...0x44F, 0x451: true  // Greek and Cyrillic letters
    case 0x2026: true  // …
    default: false
    }
  }
}
