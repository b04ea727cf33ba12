/// A set of keys, one bit each; codes past the kernel's `KEY_MAX` (0x2ff) are in no set.
struct KeySet: Hashable, Sendable {
  private var words: SIMD16<UInt64>

  static let none = KeySet(words: .zero)
  static let all = KeySet(words: SIMD16(repeating: .max))

  func contains(_ key: KeyCode) -> Bool {
    guard let (word, bit) = Self.place(of: key) else { return false }
    return words[word] & bit != 0
  }

  /// Whether the key was not in the set before.
  @discardableResult
  mutating func insert(_ key: KeyCode) -> Bool {
    guard let (word, bit) = Self.place(of: key) else { return true }
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  /// Whether the key was in the set before.
  @discardableResult
  mutating func remove(_ key: KeyCode) -> Bool {
    guard let (word, bit) = Self.place(of: key) else { return false }
    defer { words[word] &= ~bit }
    return words[word] & bit != 0
  }

  private static func place(of key: KeyCode) -> (word: Int, bit: UInt64)? {
    let code = Int(key.rawValue)
    return code < 1024 ? (code / 64, 1 << UInt64(code % 64)) : nil
  }
}
