/// A template in hexadecimal: `A0 {lamp} 01 {sum8}`.
extension Template {
  /// Reads pairs of digits, `00*27` for a pair 27 times, `{lamp}` and `{lamp:2}` for the lamp's number in one byte or two,
  /// the high one first, and the names of checksums.
  package init(hex text: String, lamp: Int? = nil) throws(TemplateError) {
    let words = text.split(separator: " ")
    guard !words.isEmpty else { throw .empty }
    var pieces: [Piece] = []
    for word in words {
      pieces += try Self.pieces(of: word, lamp)
    }
    self.init(pieces)
  }

  private static func pieces(of word: Substring, _ lamp: Int?) throws(TemplateError) -> [Piece] {
    if word.first == "{", word.last == "}" {
      let place = try Placeholder(word.dropFirst().dropLast())
      if let checksum = place.checksum { return [.checksum(checksum)] }
      guard let lamp, place.name == "lamp" else { throw .unknown(place.name, known: Placeholder.names(of: lamp, [])) }
      return try number(lamp, in: place.width ?? 1).map(Piece.byte)
    }
    let parts = word.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    let count = parts.count == 1 ? 1 : Int(parts[1])
    guard let pair = parts.first, let byte = UInt8(pair: pair), let count, 1...64 ~= count else {
      throw .noPair(String(word))
    }
    return Array(repeating: .byte(byte), count: count)
  }

  private static func number(_ lamp: Int, in width: Int) throws(TemplateError) -> [UInt8] {
    guard 1...2 ~= width, lamp < 1 << (8 * width) else { throw .tooWide(lamp: lamp, width: width) }
    return (0..<width).reversed().map { UInt8(truncatingIfNeeded: lamp >> (8 * $0)) }
  }
}

extension UInt8 {
  /// From exactly two hexadecimal digits.
  init?(pair: some StringProtocol) {
    guard pair.utf8.count == 2, pair.allSatisfy(\.isHexDigit) else { return nil }
    self.init(pair, radix: 16)
  }
}
