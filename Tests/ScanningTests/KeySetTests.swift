import Scanning
import Testing

@Suite("A set of keys")
struct KeySetTests {
  @Test("is read from the kernel's bit mask, the lowest bit of a byte the lowest code")
  func bitMask() {
    var mask = [UInt8](repeating: 0, count: 96)
    #expect(KeySet(bitMask: mask).isEmpty)
    mask[5] = 0b100  // 42, KEY_LEFTSHIFT
    mask[12] = 0b1_0000  // 100, KEY_RIGHTALT
    mask[95] = 0b1000_0000  // 767, KEY_MAX
    let keys = KeySet(bitMask: mask)
    let all = (0...1030 as ClosedRange<UInt16>).map(KeyCode.init(rawValue:))
    #expect(all.filter(keys.contains) == [.leftShift, .rightAlt, KeyCode(rawValue: 767)])
  }

  @Test("has no key past its last, however long the mask")
  func longMask() {
    let keys = KeySet(bitMask: [UInt8](repeating: 0xFF, count: 1000))
    #expect(keys.contains(KeyCode(rawValue: 1023)))
    #expect(!keys.contains(KeyCode(rawValue: 1024)))
  }
}
