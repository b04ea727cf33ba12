/// Why a text is no serial number.
package enum SerialNumberError: Error, Hashable, Sendable {
  case empty
  case tooLong(bytes: Int, limit: Int)
  /// The first character that the alphabet lacks.
  case forbidden(Unicode.Scalar, in: String)
  /// `.` or `..`.
  case dots(String)
}

extension SerialNumberError: CustomStringConvertible {
  /// Not escaped: it quotes what was scanned.
  package var description: String {
    switch self {
    case .empty:
      "The serial number is empty: scan the unit's own label."
    case .tooLong(let bytes, let limit):
      "The serial number has \(bytes) bytes and may have \(limit): scan the unit's own label."
    case .forbidden(let scalar, let text):
      "\(text.inQuotes) has \(Self.name(scalar)), which no serial number has: scan the unit's own label."
    case .dots(let text):
      "\(text.inQuotes) is no serial number: scan the unit's own label."
    }
  }

  /// The character and its number: some look like others.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(String(scalar).inQuotes) (U+\(zeros)\(digits))"
  }
}
