/// The decimal number that ALT mode types for a character: digits on the keypad while Alt is down.
///
/// | typed | character |
/// |---|---|
/// | `1`–`127`, with or without leading zeros | ASCII, control characters too: the same in every code page |
/// | `0160`–`0255` | Latin-1: Windows-1252 has the same there |
/// | `0128`–`0159` | none: Windows-1252, but control characters elsewhere |
/// | `128`–`255` | none: it depends on the code page of the PC that the scanner was set up for |
/// | 0, over 255, over four digits | none |
struct AltCode: Hashable, Sendable {
  private(set) var number = 0
  private var digits = 0
  private var startsWithZero = false

  mutating func append(_ digit: UInt8) {
    if digits == 0 { startsWithZero = digit == 0 }
    digits += 1
    // Past four digits only the fault is left to name.
    if digits <= 5 { number = number * 10 + Int(digit) }
  }

  var character: Unicode.Scalar? {
    guard digits <= 4, let latin1 = UInt8(exactly: number) else { return nil }
    switch latin1 {
    case 1...127: return Unicode.Scalar(latin1)
    case 160... where startsWithZero: return Unicode.Scalar(latin1)
    default: return nil
    }
  }
}
