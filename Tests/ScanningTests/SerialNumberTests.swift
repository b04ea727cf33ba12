import Scanning
import Testing

@Suite struct SerialNumberTests {
  @Test(
    "TofuPilot's alphabet takes what TofuPilot takes",
    arguments: ["A", "SN-2024-001234", "a_b.c:d+e-f", "0012", "...", String(repeating: "9", count: 60)])
  func takes(text: String) throws {
    #expect(try SerialNumber(text, alphabet: .tofupilot).text == text)
  }

  @Test(
    "A text that is no serial number says what is wrong with it",
    arguments: [
      ("", SerialNumberError.empty),
      (String(repeating: "9", count: 61), .tooLong(bytes: 61, limit: 60)),
      (".", .dots(".")),
      ("..", .dots("..")),
      ("../runs", .forbidden("/", in: "../runs")),
      ("A?x=1", .forbidden("?", in: "A?x=1")),
      ("A#x", .forbidden("#", in: "A#x")),
      ("%2e%2e", .forbidden("%", in: "%2e%2e")),
      ("SN 1", .forbidden(" ", in: "SN 1")),
      ("SN\n", .forbidden("\n", in: "SN\n")),
      ("SN\r\n", .forbidden("\r", in: "SN\r\n")),
      ("SN\0", .forbidden("\0", in: "SN\0")),
      ("\u{1B}[2J", .forbidden("\u{1B}", in: "\u{1B}[2J")),
      ("SN-1\u{200B}", .forbidden("\u{200B}", in: "SN-1\u{200B}")),
      ("SN-1\u{202E}", .forbidden("\u{202E}", in: "SN-1\u{202E}")),
      ("SN\u{212A}", .forbidden("\u{212A}", in: "SN\u{212A}")),
      ("SN-١٢٣", .forbidden("١", in: "SN-١٢٣")),
      ("SN-1\u{301}", .forbidden("\u{301}", in: "SN-1\u{301}")),
    ])
  func refuses(text: String, error: SerialNumberError) {
    #expect(throws: error) { try SerialNumber(text, alphabet: .tofupilot) }
  }

  @Test(
    "The alphabet for older data takes two hundred bytes of anything printable",
    arguments: ["A/B #1", "Größe-7", "%2e%2e", "../runs", String(repeating: "é", count: 100)])
  func takesAny(text: String) throws {
    #expect(try SerialNumber(text, alphabet: .any).text == text)
  }

  @Test(
    "The alphabet for older data refuses what cannot be seen",
    arguments: [
      ("", SerialNumberError.empty),
      ("..", .dots("..")),
      (String(repeating: "é", count: 101), .tooLong(bytes: 202, limit: 200)),
      ("A\u{7}", .forbidden("\u{7}", in: "A\u{7}")),
      ("A\u{85}", .forbidden("\u{85}", in: "A\u{85}")),
      ("A\u{200F}", .forbidden("\u{200F}", in: "A\u{200F}")),
      ("A\u{FEFF}", .forbidden("\u{FEFF}", in: "A\u{FEFF}")),
      ("A\u{FFFD}", .forbidden("\u{FFFD}", in: "A\u{FFFD}")),
    ])
  func refusesAny(text: String, error: SerialNumberError) {
    #expect(throws: error) { try SerialNumber(text, alphabet: .any) }
  }

  @Test("ASCII case is the only difference that does not count")
  func comparesBytes() throws {
    let number = try SerialNumber("sn-k1")
    #expect(try number == SerialNumber("SN-K1"))
    #expect(try number.hashValue == SerialNumber("SN-K1").hashValue)
    #expect(number.text.isSameNumber(as: "Sn-K1"))
    #expect(!number.text.isSameNumber(as: "SN-\u{212A}1"))
    #expect(!number.text.isSameNumber(as: "SN-K1 "))
    #expect(!number.text.isSameNumber(as: "SN-K"))
    #expect(try SerialNumber("é", alphabet: .any) != SerialNumber("e\u{301}", alphabet: .any))
    #expect(try SerialNumber("Ä", alphabet: .any) != SerialNumber("ä", alphabet: .any))
    // [ and { differ in the same bit as A and a.
    #expect(try SerialNumber("A[", alphabet: .any) != SerialNumber("A{", alphabet: .any))
    #expect(try SerialNumber("A@", alphabet: .any) != SerialNumber("A`", alphabet: .any))
  }

  @Test(
    "A message quotes the text as it is and names the character",
    arguments: [
      ("\u{1B}[2J", "\"\u{1B}[2J\" has \"\u{1B}\" (U+001B), which no serial number has: scan the unit's own label."),
      ("A 1", #""A 1" has " " (U+0020), which no serial number has: scan the unit's own label."#),
      ("\u{212A}", "\"\u{212A}\" has \"\u{212A}\" (U+212A), which no serial number has: scan the unit's own label."),
    ])
  func describes(text: String, sentence: String) {
    let error = #expect(throws: SerialNumberError.self) { try SerialNumber(text) }
    #expect(error?.description == sentence)
  }
}
