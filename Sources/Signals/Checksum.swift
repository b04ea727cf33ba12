/// The checksum that a frame ends in, over all its bytes before; the name is how a profile writes it.
package enum Checksum: String, CaseIterable, Hashable, Sendable {
  /// The sum modulo 256.
  case sum8
  /// The exclusive or.
  case xor8
  /// Modbus RTU: polynomial A001, from FFFF, the low byte first.
  case crc16Modbus = "crc16-modbus"
  /// The ones' complement of the 16-bit sum, the low byte first.
  case onesComplement16 = "ones-complement-16"

  package func bytes(over frame: [UInt8]) -> [UInt8] {
    switch self {
    case .sum8: [frame.reduce(0, &+)]
    case .xor8: [frame.reduce(0, ^)]
    case .crc16Modbus: Self.lowByteFirst(frame.reduce(0xFFFF, Self.crc16))
    case .onesComplement16: Self.lowByteFirst(~frame.reduce(UInt16(0)) { $0 &+ UInt16($1) })
    }
  }

  private static func crc16(_ crc: UInt16, _ byte: UInt8) -> UInt16 {
    (0..<8).reduce(crc ^ UInt16(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xA001 : crc >> 1 }
  }

  private static func lowByteFirst(_ word: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
  }
}
