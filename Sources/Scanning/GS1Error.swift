/// Why a GS1 code gives no serial number.
package enum GS1Error: Error, Hashable, Sendable {
  /// What stands where an AI should be.
  case unknownIdentifier(String)
  /// Data of predefined length that is shorter, or has something else than digits.
  case notDigits(GS1Code.Element, length: Int)
  case checkDigit(GS1Code.Element)
  /// Data that is empty, or has a character that GS1 does not encode.
  case forbiddenCharacter(GS1Code.Element)
  case noSerialNumber(found: [String])
  /// AI 21 of over 20 characters.
  case serialNumberTooLong(String)
  /// AI 21 without a GTIN, in a code that the scanner did not mark as GS1.
  case serialNumberAlone(String)
  case twoSerialNumbers(String, String)
}

extension GS1Error: CustomStringConvertible {
  /// Not escaped: it quotes what was scanned.
  package var description: String {
    switch self {
    case .unknownIdentifier(let text):
      "The GS1 code has \(text.inQuotes) where an application identifier should be: \(Self.separatorAdvice)."
    case .notDigits(let element, let length):
      "AI \(element.identifier) needs \(length) digits and has \(element.data.inQuotes): scan again."
    case .checkDigit(let element):
      "The check digit of AI \(element.identifier) \(element.data.inQuotes) is wrong: scan again."
    case .forbiddenCharacter(let element):
      "AI \(element.identifier) has \(element.data.inQuotes), which is no GS1 data: \(Self.separatorAdvice)."
    case .noSerialNumber(let found):
      "The GS1 code has no serial number, AI 21, among [\(found.joined(separator: ", "))]: scan the unit's own label."
    case .serialNumberTooLong(let number):
      "AI 21 has \(number.inQuotes), over 20 characters: \(Self.separatorAdvice)."
    case .serialNumberAlone(let number):
      "AI 21 \(number.inQuotes) stands without a GTIN: set the scanner to send the AIM identifier."
    case .twoSerialNumbers(let first, let second):
      "The GS1 code has two serial numbers, \(first.inQuotes) and \(second.inQuotes): take one with extract_pattern instead of gs1."
    }
  }

  private static let separatorAdvice = "set the scanner to send GS between the elements"
}
