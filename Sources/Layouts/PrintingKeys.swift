package import Scanning

/// The printing keys of a PC keyboard, as evdev codes (`linux/input-event-codes.h`); the keypad is the decoder's.
package enum PrintingKeys {
  /// Rows E, D, C and B of ISO/IEC 9995-1, from the left: `` ` `` to `=`, `q` to `]`, `a` to `\`, the 102nd key to `/`.
  package static let rows: [[KeyCode]] = [
    codes([41] + Array(2...13)),
    codes(Array(16...27)),
    codes(Array(30...40) + [43]),
    codes([86] + Array(44...53)),
  ]

  /// The rows, space, and what Brazilian and Japanese keyboards have more: `KEY_RO` and `KEY_YEN`.
  package static let all: [KeyCode] = rows.flatMap(\.self) + codes([57, 89, 124])

  private static func codes(_ values: [UInt16]) -> [KeyCode] {
    values.map(KeyCode.init(rawValue:))
  }
}
