/// Reads UTF-8 byte by byte, as a port or a report delivers it (Unicode standard, table 3-7).
struct UTF8Reader: Hashable, Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  private var smallest: UInt32 = 0

  /// What one byte amounts to: a character, the beginning of one, or `notUTF8`.
  mutating func keystroke(of byte: UInt8) -> Keystroke {
    if missing > 0 { return continuation(byte) }
    switch byte {
    case 0x00...0x7F: return .character(Unicode.Scalar(byte))
    case 0xC2...0xDF: return begin(byte & 0x1F, missing: 1, smallest: 0x80)
    case 0xE0...0xEF: return begin(byte & 0x0F, missing: 2, smallest: 0x800)
    case 0xF0...0xF4: return begin(byte & 0x07, missing: 3, smallest: 0x10000)
    default: return .spoiled(.notUTF8)
    }
  }

  private mutating func begin(_ bits: UInt8, missing: Int, smallest: UInt32) -> Keystroke {
    value = UInt32(bits)
    self.missing = missing
    self.smallest = smallest
    return .unfinished(.notUTF8)
  }

  private mutating func continuation(_ byte: UInt8) -> Keystroke {
    guard 0x80...0xBF ~= byte else {
      missing = 0
      return .spoiled(.notUTF8)
    }
    value = value << 6 | UInt32(byte & 0x3F)
    missing -= 1
    if missing > 0 { return .unfinished(.notUTF8) }
    guard value >= smallest, let character = Unicode.Scalar(value) else { return .spoiled(.notUTF8) }
    return .character(character)
  }
}
