/// A text in quotes, as our files write it: what does not print is written by its number, `\u{1D}`.
package struct QuotedText: Hashable, Sendable, CustomStringConvertible {
  package var text: String

  package init(_ text: String) {
    self.text = text
  }

  /// Reads on from behind the opening quote; nil: the closing quote is missing, or a `\` begins no escape.
  package init?(readingFrom source: inout Substring.UnicodeScalarView) {
    text = ""
    while let character = source.popFirst() {
      switch character {
      case "\"": return
      case "\\":
        guard let escaped = Self.escaped(in: &source) else { return nil }
        text.unicodeScalars.append(escaped)
      default: text.unicodeScalars.append(character)
      }
    }
    return nil
  }

  package var description: String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\": quoted += "\\\(character)"
      case " "..."~": quoted.unicodeScalars.append(character)
      case _ where character.properties.isAlphabetic: quoted.unicodeScalars.append(character)
      default: quoted += "\\u{\(String(character.value, radix: 16, uppercase: true))}"
      }
    }
    return quoted + "\""
  }

  private static func escaped(in source: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    switch source.popFirst() {
    case "\"": return "\""
    case "\\": return "\\"
    case "u":
      guard source.popFirst() == "{", let end = source.firstIndex(of: "}") else { return nil }
      defer { source = source[source.index(after: end)...] }
      return UInt32(String(source[..<end]), radix: 16).flatMap { Unicode.Scalar($0) }
    default: return nil
    }
  }
}
