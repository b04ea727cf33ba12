/// Why a code in the envelope of ISO/IEC 15434 gives no serial number.
package enum ISO15434Error: Error, Hashable, Sendable {
  /// No RS behind `[)>`.
  case noSeparators(String)
  /// No RS at the end.
  case unclosed(String)
  case severalFormats
  case otherFormat(String)
  /// A field that is no data identifier with data.
  case notAnElement(String)
  case noSerialNumber(found: [String])
  case twoSerialNumbers(String, String)
}

extension ISO15434Error: CustomStringConvertible {
  /// Not escaped: it quotes what was scanned.
  package var description: String {
    switch self {
    case .noSeparators(let text):
      "The code \(text.inQuotes) lacks RS behind [)>: set the scanner to send control characters as they are."
    case .unclosed(let text):
      "The code \(text.inQuotes) lacks RS at its end: scan again, and set the scanner to send control characters."
    case .severalFormats:
      "The code has several ISO/IEC 15434 formats and one is read: use extract_pattern instead of iso15434."
    case .otherFormat(let format):
      "The code is of ISO/IEC 15434 format \(format.inQuotes) and 06 is read: scan the unit's own label."
    case .notAnElement(let field):
      "The code has \(field.inQuotes) where a data identifier and data should be: scan again."
    case .noSerialNumber(let found):
      "The code has no serial number, S, among [\(found.joined(separator: ", "))]: scan the unit's own label."
    case .twoSerialNumbers(let first, let second):
      "The code has two serial numbers, \(first.inQuotes) and \(second.inQuotes): take one with extract_pattern instead of iso15434."
    }
  }
}
