import Foundation
import Scanning
import Testing

@Suite("Key codes")
struct KeyCodeTests {
  @Test("have the kernel's names and numbers")
  func kernelNames() throws {
    let header = try String(contentsOfFile: "/usr/include/linux/input-event-codes.h", encoding: .utf8)
    var codes: [String: UInt16] = [:]
    for line in header.split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count >= 3, words[0] == "#define", let code = UInt16(words[2]) else { continue }
      codes[String(words[1])] = code
    }
    for code in UInt16(0)..<128 {
      let name = KeyCode(rawValue: code).description
      #expect(codes[name] == code || name == "0x54" && code == 84)
      #expect(KeyCode(name: name)?.rawValue == code)
    }
    #expect(KeyCode.leftShift.description == "KEY_LEFTSHIFT")
    #expect(KeyCode.key102nd.description == "KEY_102ND")
    #expect(KeyCode.kpEnter.description == "KEY_KPENTER")
  }

  @Test("without a name are written as a number", arguments: [UInt16(84), 183, 0x2FF, 0xFFFF])
  func numbers(code: UInt16) {
    let key = KeyCode(rawValue: code)
    #expect(key.description == "0x\(String(code, radix: 16))")
    #expect(KeyCode(name: key.description) == key)
  }

  @Test("are not read from other words", arguments: ["KEY_", "KEY_-", "KEY_FOO", "A", "key_a", "0x", "0x10000", ""])
  func otherWords(name: String) {
    #expect(KeyCode(name: name) == nil)
  }
}
