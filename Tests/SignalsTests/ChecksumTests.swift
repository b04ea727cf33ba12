import Signals
import Testing

@Suite struct ChecksumTests {
  @Test(
    "Each checksum is that of its field",
    arguments: [
      // The check values of the catalogues are those of "123456789".
      (Checksum.crc16Modbus, "31 32 33 34 35 36 37 38 39", "37 4B"),
      (.crc16Modbus, "01 05 00 02 F1 00", "29 9A"), (.crc16Modbus, "01 85 02", "C3 51"),
      (.crc16Modbus, "01 06 00 00 00 01", "48 0A"), (.crc16Modbus, "", "FF FF"),
      (.sum8, "A0 01 01", "A2"), (.sum8, "FF FF 03", "01"), (.xor8, "24 01 24", "01"), (.xor8, "", "00"),
      (.onesComplement16, "F4 41 C7 01 00 01", "01 FE"), (.onesComplement16, "", "FF FF"),
    ])
  func values(checksum: Checksum, frame: String, expected: String) {
    #expect(checksum.bytes(over: [UInt8](hex: frame)).hex == expected)
  }
}
