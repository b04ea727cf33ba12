/// A set of keys, one bit each; codes past 1023 are in no set, and the kernel has none (`KEY_MAX` is 0x2ff).
package struct KeySet: Hashable, Sendable {
  private var words: SIMD16<UInt64>

  package static let none = KeySet(words: .zero)
  static let all = KeySet(words: SIMD16(repeating: .max))

  private init(words: SIMD16<UInt64>) {
    self.words = words
  }

  /// From a bit mask of the kernel's, as `EVIOCGBIT` and `EVIOCGKEY` give it: the lowest bit of the first byte is code 0.
  package init(bitMask: some Sequence<UInt8>) {
    self = .none
    for (index, byte) in bitMask.enumerated().prefix(1024 / 8) {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
    }
  }

  package var isEmpty: Bool { words == .zero }

  package func contains(_ key: KeyCode) -> Bool {
    guard let (word, bit) = Self.place(of: key) else { return false }
    return words[word] & bit != 0
  }

  /// Whether the key was not in the set before.
  @discardableResult
  package mutating func insert(_ key: KeyCode) -> Bool {
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
