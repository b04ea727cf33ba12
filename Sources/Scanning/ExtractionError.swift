/// Why a scan's text gives no serial number.
package enum ExtractionError: Error, Hashable, Sendable {
  /// The configured prefix, and the text that does not begin with it.
  case noPrefix(String, String)
  /// The configured suffix, and the text that does not end with it.
  case noSuffix(String, String)
  /// Nothing but white space between prefix and suffix.
  case nothingLeft(String)
  case gs1(GS1Error)
  case iso15434(ISO15434Error)
  /// The pattern's source, and the text.
  case patternDoesNotFit(String, String)
  case patternLimitReached(String, String)
  /// `extract_pattern` fits, but its group `serial` took no part.
  case noSerialGroup(String, String)
  case tooShort(String, minLength: Int)
  case tooLong(String, maxLength: Int)
  case serialNumber(SerialNumberError)
}

extension ExtractionError: CustomStringConvertible {
  /// Not escaped: it quotes what was scanned.
  package var description: String {
    switch self {
    case .noPrefix(let prefix, let text):
      "\(text.inQuotes) does not begin with the lane's prefix \(prefix.inQuotes): \(Self.rescan)."
    case .noSuffix(let suffix, let text):
      "\(text.inQuotes) does not end with the lane's suffix \(suffix.inQuotes): \(Self.rescan)."
    case .nothingLeft(let text):
      "There is no number in \(text.inQuotes): \(Self.rescan)."
    case .gs1(let error):
      error.description
    case .iso15434(let error):
      error.description
    case .patternDoesNotFit(let source, let text):
      "\(text.inQuotes) does not fit the pattern \(source.inQuotes): \(Self.rescan)."
    case .patternLimitReached(let source, let text):
      "The pattern \(source.inQuotes) takes too long on \(text.inQuotes): make it simpler."
    case .noSerialGroup(let source, let text):
      "The pattern \(source.inQuotes) fits \(text.inQuotes) without its group \"serial\": correct the pattern."
    case .tooShort(let text, let minLength):
      "\(text.inQuotes) has \(text.utf8.count) bytes and needs \(minLength): \(Self.rescan)."
    case .tooLong(let text, let maxLength):
      "\(text.inQuotes) has \(text.utf8.count) bytes and may have \(maxLength): \(Self.rescan)."
    case .serialNumber(let error):
      error.description
    }
  }

  private static let rescan = "scan the unit's own label"
}
