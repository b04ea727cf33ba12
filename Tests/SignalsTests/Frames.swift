/// Frames as their vendors describe them, with checksums computed here in other ways than the code does.
enum Frames {
  /// A0, channel, state, sum of the three.
  static func lcus(_ channel: Int, _ isOn: Bool) -> String {
    let state = isOn ? 1 : 0
    return [0xA0, UInt8(channel), UInt8(state), UInt8((0xA0 + channel + state) % 256)].hex
  }

  static func modbus(_ frame: String) -> String {
    let bytes = [UInt8](hex: frame)
    let crc = crc16(bytes)
    return (bytes + [UInt8(crc % 256), UInt8(crc / 256)]).hex
  }

  static func coil(_ number: Int, _ isOn: Bool, unit: Int = 1) -> String {
    modbus([UInt8(unit), 5, UInt8(number / 256), UInt8(number % 256), isOn ? 0xFF : 0, 0].hex)
  }

  /// Up to the byte after the colours; the rest is dark and silent.
  static func tl50(_ head: String) -> String {
    var bytes = [UInt8](hex: "F4 41 C1 1F 00 " + head)
    bytes += Array(repeating: 0, count: 36 - bytes.count)
    let sum = bytes.reduce(0) { $0 + Int($1) }
    let complement = 65535 - sum % 65536
    return (bytes + [UInt8(complement % 256), UInt8(complement / 256)]).hex
  }

  /// As a division of polynomials over the reflected message, bit by bit (Modbus over serial line, 6.2.2).
  private static func crc16(_ bytes: [UInt8]) -> Int {
    let bits = bytes.flatMap { byte in (0..<8).map { Int(byte) >> $0 & 1 } }
    var register = Array(repeating: 1, count: 16)
    for bit in bits {
      let feedback = register.removeFirst() ^ bit
      register.append(0)
      if feedback == 1 {
        // x16 + x15 + x2 + 1, the highest power first.
        for power in [15, 2, 0] { register[15 - power] ^= 1 }
      }
    }
    // Reflected again: the highest power is the lowest bit.
    return register.enumerated().reduce(0) { $0 | $1.element << $1.offset }
  }
}
