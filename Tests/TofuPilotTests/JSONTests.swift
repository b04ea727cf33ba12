import Testing

@testable import TofuPilot

@Suite("JSON") struct JSONTests {
  @Test(
    "reads what RFC 8259 allows",
    arguments: [
      ("null", JSON.null), (" true ", .bool(true)), ("\tfalse\r\n", .bool(false)), ("0", .number("0")),
      ("-12.50e+3", .number("-12.50e+3")), (#""""#, .string("")), ("[]", .array([])), ("{ }", .object([:])),
      (#"[1, "a" , null]"#, .array([.number("1"), .string("a"), .null])),
      (#"{"a": {"b": [{}]}}"#, .object(["a": .object(["b": .array([.object([:])])])])),
      (#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00ü""#, .string("\"\\/\u{8}\u{c}\n\r\té😀ü")),
      (#"{"\u006futcome": 1}"#, .object(["outcome": .number("1")])),
    ])
  func reads(text: String, value: JSON) throws {
    #expect(try JSON(parsing: Array(text.utf8)) == value)
  }

  @Test(
    "refuses everything else",
    arguments: [
      "", " ", "nul", "nulll", "True", "01", "1.", ".5", "+1", "-", "1e", "1 2", "0x10", "NaN", "'a'", "\"a", "\"\n\"",
      #""\x""#, #""\u12G4""#, #""\uD83D""#, #""\uDE00""#, #""\uD83D\u0041""#, "[1,]", "[,1]", "[1 2]", "[", "]", "{",
      #"{"a"}"#, #"{"a":}"#, #"{"a": 1,}"#, #"{a: 1}"#, #"{"a": 1} x"#, #"{"a": 1}{"a": 1}"#, "\u{FEFF}{}", "/**/ {}",
    ])
  func refuses(text: String) {
    #expect(throws: JSONError.self) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test("refuses bytes that are not UTF-8", arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xC3]])
  func refusesBytes(bytes: [UInt8]) {
    let quoted = [0x22] + bytes + [0x22]
    #expect(throws: JSONError.notUTF8(offset: 1)) { try JSON(parsing: quoted) }
  }

  @Test(
    "refuses a name that stands twice in one object",
    arguments: [
      #"{"outcome": "PASS", "outcome": "FAIL"}"#, #"{"outcome": "PASS", "\u006futcome": "PASS"}"#,
    ])
  func refusesDoubledNames(text: String) {
    #expect(throws: JSONError.doubledName("outcome", offset: 20)) { try JSON(parsing: Array(text.utf8)) }
  }

  @Test("refuses to be led 65 levels deep, and a million")
  func refusesDepth() throws {
    _ = try JSON(parsing: Array((String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8))
    for (depth, bracket) in [(65, "["), (65, #"{"a":"#), (1_000_000, "[")] {
      let text = String(repeating: bracket, count: depth)
      #expect(throws: JSONError.tooDeep(offset: 64 * bracket.utf8.count)) { try JSON(parsing: Array(text.utf8)) }
    }
  }
}
