/// Escaping: how text from a scanner or a server is shown, so that it acts on no terminal and hides nothing.
///
/// What is no mark of its own is written as `\u{1B}`, and a backslash as `\\`: escaped text can be told from text that
/// only looks like it.
extension StringProtocol {
  /// The text escaped; past `limit` characters of the result it is cut, and ends in `…`.
  package func escaped(limit: Int = .max) -> String {
    var result = ""
    var length = 0
    for scalar in unicodeScalars {
      let shown = scalar.shown
      length += shown.unicodeScalars.count
      guard length <= limit else { return result + "…" }
      result += shown
    }
    return result
  }

  /// The text as a message quotes it: escaped, at most 60 characters, in quotation marks.
  ///
  /// A message is escaped here, where it is made, and printed as it is: escaped again, `\u{9}` would become `\\u{9}`.
  package var quoted: String {
    "\"\(escaped(limit: 60))\""
  }

  /// The text as the cause of a verdict quotes it, as much of it as `quoted` shows: a cause is kept as it is, and escaped
  /// once, where it is shown.
  package var inQuotes: String {
    var length = 0
    let beginning = unicodeScalars.prefix { scalar in
      length += scalar.shown.unicodeScalars.count
      return length <= 60
    }
    return "\"\(self[..<beginning.endIndex])\(beginning.endIndex < endIndex ? "…" : "")\""
  }
}

extension Unicode.Scalar {
  /// Whether a screen shows it as a mark of its own or as a space: it is no control, bidi, zero-width or other format
  /// character, no line separator, and neither private nor unassigned.
  package var isPrintable: Bool {
    if isASCII { return 0x20...0x7E ~= value }
    // U+FFFD is what is left of bytes that were no UTF-8.
    if self == "\u{FFFD}" { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return false
    default:
      return !properties.isDefaultIgnorableCodePoint
    }
  }

  /// The scalar where it is printable, else its number: `\u{200B}`.
  package var shown: String {
    if self == "\\" { return #"\\"# }
    return isPrintable ? String(self) : #"\u{\#(String(value, radix: 16, uppercase: true))}"#
  }
}
