/// Reads UTF-8 byte by byte, as a port delivers it (Unicode standard, table 3-7).
struct UTF8Reader: Hashable, Sendable {
  /// What one byte completes.
  enum Step: Hashable, Sendable {
    case character(Unicode.Scalar)
    /// More bytes are to follow.
    case unfinished
    case malformed
  }

  private var value: UInt32 = 0
  private var missing = 0
  private var smallest: UInt32 = 0

  mutating func receive(_ byte: UInt8) -> Step {
    if missing > 0 { return receiveContinuation(byte) }
    switch byte {
    case 0x00...0x7F: return .character(Unicode.Scalar(byte))
    case 0xC2...0xDF: return begin(byte & 0x1F, missing: 1, smallest: 0x80)
    case 0xE0...0xEF: return begin(byte & 0x0F, missing: 2, smallest: 0x800)
    case 0xF0...0xF4: return begin(byte & 0x07, missing: 3, smallest: 0x10000)
    default: return .malformed
    }
  }

  private mutating func begin(_ bits: UInt8, missing: Int, smallest: UInt32) -> Step {
    value = UInt32(bits)
    self.missing = missing
    self.smallest = smallest
    return .unfinished
  }

  private mutating func receiveContinuation(_ byte: UInt8) -> Step {
    guard 0x80...0xBF ~= byte else {
      missing = 0
      return .malformed
    }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    if missing > 0 { return .unfinished }
    guard value >= smallest, let character = Unicode.Scalar(value) else { return .malformed }
    return .character(character)
  }
}
