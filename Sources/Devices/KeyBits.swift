package import Scanning

/// The kernel's bit mask of keys: one bit for each `KeyCode`.
package struct KeyBits: Hashable, Sendable {
  /// Bytes that hold every code: `KEY_CNT` bits.
  static let size = 0x300 / 8

  private var bits: [UInt8]

  /// From the bytes of `EVIOCGBIT` or `EVIOCGKEY`.
  init(bits: [UInt8]) {
    self.bits = bits
  }

  package var isEmpty: Bool {
    bits.allSatisfy { $0 == 0 }
  }

  package func contains(_ key: KeyCode) -> Bool {
    let (byte, bit) = Int(key.rawValue).quotientAndRemainder(dividingBy: 8)
    return byte < bits.count && bits[byte] & (1 << bit) != 0
  }

  /// Whether these are the keys of something that types: a scanner's keyboard node, not the volume keys or the mouse
  /// that the same plug may bring along.
  package var type: Bool {
    contains(.digit1) && contains(.a) && contains(.enter)
  }
}
