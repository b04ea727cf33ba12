import Testing

@testable import Signals

@Suite struct TemplateTests {
  private static let message = Message(.pass, serial: "SN-12345", reason: "Go", lane: "A")

  private func hex(_ text: String, lamp: Int? = nil) throws(TemplateError) -> String {
    try Template(hex: text, lamp: lamp).bytes(for: Self.message, without: []).hex
  }

  private func text(_ text: String, lamp: Int? = nil) throws(TemplateError) -> String {
    let bytes = try Template(text: text, lamp: lamp).bytes(for: Self.message, without: [])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Hexadecimal is read pair by pair",
    arguments: [
      ("A0 01 01 A2", "A0 01 01 A2"), ("a0", "A0"), (" 0A   ff ", "0A FF"), ("00*3 01", "00 00 00 01"),
      ("A0 01 01 {sum8}", "A0 01 01 A2"), ("FF {lamp} 01", "FF 03 01"), ("05 {lamp:2} FF", "05 00 03 FF"),
      ("01 02 04 {xor8}", "01 02 04 07"),
    ])
  func hexadecimal(written: String, bytes: String) throws {
    #expect(try hex(written, lamp: 3) == bytes)
  }

  @Test(
    "What is no hexadecimal is told with what would be",
    arguments: [
      ("", TemplateError.empty), ("A0 0l", .noPair("0l")), ("A001", .noPair("A001")), ("A", .noPair("A")),
      ("0x01", .noPair("0x01")), ("00*", .noPair("00*")), ("00*65", .noPair("00*65")), ("00*-1", .noPair("00*-1")),
      ("{lamp:3}", .tooWide(lamp: 300, width: 3)), ("{lamp}", .tooWide(lamp: 300, width: 1)),
      ("{lamp:0}", .badWidth("lamp:0")),
      ("{serial}", .unknown("serial", known: ["lamp", "sum8", "xor8", "crc16-modbus", "ones-complement-16"])),
      ("{sum8:2}", .unknown("sum8", known: ["lamp", "sum8", "xor8", "crc16-modbus", "ones-complement-16"])),
    ])
  func noHexadecimal(written: String, error: TemplateError) {
    #expect(throws: error) { try hex(written, lamp: 300) }
  }

  @Test(
    "Text is read with its escapes and places",
    arguments: [
      (#"a\r\n\t\0\\\x1Bb"#, "a\r\n\t\0\\\u{1B}b"), ("{serial}!", "SN-12345!"), ("[{serial:10}]", "[SN-12345  ]"),
      ("[{serial:4}]", "[SN-1]"), ("[{serial:>4}]", "[2345]"), ("[{serial:>10}]", "[  SN-12345]"),
      ("{reason}{lane:2}|", "GoA |"), ("{lamp}/{lamp:2}/{lamp:3}", "12/12/012"), ("ab{xor8}", "ab\u{3}"),
    ])
  func texts(written: String, shown: String) throws {
    #expect(try text(written, lamp: 12) == shown)
  }

  @Test(
    "What is no text is told with what would be",
    arguments: [
      ("", TemplateError.empty), (#"a\q"#, .unknownEscape("q")), (#"a\"#, .unknownEscape("")),
      (#"\x1"#, .unknownEscape("x1")), (#"\xG0"#, .unknownEscape("xG0")), (#"\x"#, .unknownEscape("x")),
      ("é", .notASCII("é")), ("\u{A0}", .notASCII("\u{A0}")), ("{serial", .brace), ("serial}", .brace),
      ("{serial:81}", .badWidth("serial:81")), ("{serial:}", .badWidth("serial:")),
      (
        "{serail}",
        .unknown("serail", known: ["serial", "reason", "lane", "sum8", "xor8", "crc16-modbus", "ones-complement-16"])
      ),
    ])
  func noTexts(written: String, error: TemplateError) {
    #expect(throws: error) { try text(written) }
  }

  @Test("A checksum covers the texts before it")
  func checksumOverTexts() throws {
    #expect(
      try Template(text: "{serial}{sum8}").bytes(for: Message(.pass, serial: "\u{1}\u{2}AB"), without: []) == [
        0x41, 0x42, 0x83,
      ])
  }

  @Test("Errors say what was found and what to write")
  func words() {
    #expect(
      TemplateError.noPair("0l").description
        == #"found "0l", expected bytes as two hexadecimal digits with spaces between: A0 01, or 00*27 for many"#)
    #expect(TemplateError.unknownEscape("q").description == #"found \q, expected one of \xNN \r \n \t \0 \\"#)
    #expect(
      TemplateError.unknown("serail", known: ["serial", "sum8"]).description
        == #"found "{serail}", expected one of {serial} {sum8}"#)
  }
}
