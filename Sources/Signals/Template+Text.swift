/// A template in text: `@??S001000!`, `PASS {serial:20}\r`.
extension Template {
  /// Reads ASCII, the escapes `\xNN \r \n \t \0 \\`, the texts of a message, `{lamp}` and `{lamp:2}` for the lamp's
  /// number with at least so many digits, and the names of checksums.
  package init(text: String, lamp: Int? = nil) throws(TemplateError) {
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    while let character = rest.popFirst() {
      switch character {
      case "\\": pieces.append(.byte(try Self.escape(&rest)))
      case "{": pieces += try Self.place(&rest, lamp)
      case "}": throw .brace
      case _ where character.isASCII: pieces.append(.byte(UInt8(truncatingIfNeeded: character.value)))
      default: throw .notASCII(String(character))
      }
    }
    guard !pieces.isEmpty else { throw .empty }
    self.init(pieces)
  }

  private static func escape(_ rest: inout Substring.UnicodeScalarView) throws(TemplateError) -> UInt8 {
    let letter = rest.popFirst()
    switch letter {
    case "r": return 0x0D
    case "n": return 0x0A
    case "t": return 0x09
    case "0": return 0x00
    case "\\": return 0x5C
    case "x":
      let digits = String(rest.prefix(2))
      guard let byte = UInt8(pair: digits) else { throw .unknownEscape("x" + digits) }
      rest.removeFirst(2)
      return byte
    default: throw .unknownEscape(letter.map(String.init) ?? "")
    }
  }

  private static func place(_ rest: inout Substring.UnicodeScalarView, _ lamp: Int?) throws(TemplateError) -> [Piece] {
    guard let end = rest.firstIndex(of: "}") else { throw .brace }
    let place = try Placeholder(Substring(rest[..<end]))
    rest = rest[rest.index(after: end)...]
    if let checksum = place.checksum { return [.checksum(checksum)] }
    if let source = Insertion.Source(rawValue: place.name) {
      return [.text(Insertion(source, width: place.width, isRightAligned: place.isRightAligned))]
    }
    guard let lamp, place.name == "lamp" else {
      throw .unknown(place.name, known: Placeholder.names(of: lamp, Insertion.Source.allCases.map(\.rawValue)))
    }
    let digits = String(lamp)
    let zeros = String(repeating: "0", count: max(0, (place.width ?? 1) - digits.count))
    return (zeros + digits).utf8.map(Piece.byte)
  }
}
