import Scanning
import Testing

@Suite struct ExtractionTests {
  @Test(
    "A plain text is the number as it is, white space at its ends aside",
    arguments: [
      ("SN-2024-001234", "SN-2024-001234"),
      (" \tSN-1\r\n", "SN-1"),
      ("sn-1", "sn-1"),
      ("2100123", "2100123"),
      ("S12345", "S12345"),
      ("0109521234543214", "0109521234543214"),
      ("0109521234543213211234", "0109521234543213211234"),
    ])
  func takesPlainText(text: String, number: String) throws {
    #expect(try Extraction().serialNumber(in: text).text == number)
  }

  @Test(
    "Every kind of code gives its number",
    arguments: [
      ("]C0SN-1", "SN-1"),
      ("]C101095212345432132SN", nil),
      ("]C1010952123454321321SN-1", "SN-1"),
      ("]d2010952123454321310LOT7\u{1D}21SN-1", "SN-1"),
      ("]Q3\u{1D}010952123454321321SN-1\u{1D}10LOT7", "SN-1"),
      ("010952123454321321SN-1\u{1D}", "SN-1"),
      ("]d1[)>\u{1E}06\u{1D}1PMAIN-001\u{1D}SSN-1\u{1E}\u{4}", "SN-1"),
      ("[)>\u{1E}06\u{1D}SSN-1\u{1E}\u{4}", "SN-1"),
      ("]d1010952123454321321SN-1", "010952123454321321SN-1"),
    ] as [(String, String?)])
  func takesCodes(text: String, number: String?) {
    #expect((try? Extraction().serialNumber(in: text))?.text == number)
  }

  @Test("Prefix and suffix are taken off first, then white space")
  func takesPrefixAndSuffixOff() throws {
    let extraction = Extraction(prefix: "<", suffix: " >")
    #expect(try extraction.serialNumber(in: "< SN-1  >").text == "SN-1")
    #expect(throws: ExtractionError.noPrefix("<", "SN-1 >")) { try extraction.serialNumber(in: "SN-1 >") }
    #expect(throws: ExtractionError.noPrefix("<", " <SN-1 >")) { try extraction.serialNumber(in: " <SN-1 >") }
    #expect(throws: ExtractionError.noSuffix(" >", "<SN-1")) { try extraction.serialNumber(in: "<SN-1") }
    #expect(throws: ExtractionError.nothingLeft("< >")) { try extraction.serialNumber(in: "< >") }
  }

  @Test("A prefix and a suffix are two, even where the text is shorter than both")
  func takesNoCharacterTwice() {
    let extraction = Extraction(prefix: "ABA", suffix: "ABA")
    #expect(throws: ExtractionError.noSuffix("ABA", "ABA")) { try extraction.serialNumber(in: "ABA") }
    #expect(throws: ExtractionError.noSuffix("ABA", "ABABA")) { try extraction.serialNumber(in: "ABABA") }
  }

  @Test("A prefix is compared by bytes, and may end inside what Swift takes for one character")
  func comparesPrefixBytes() throws {
    let composed = Extraction(prefix: "\u{E9}")
    #expect(throws: ExtractionError.noPrefix("\u{E9}", "e\u{301}1")) { try composed.serialNumber(in: "e\u{301}1") }
    #expect(try Extraction(prefix: "X\r").serialNumber(in: "X\r\nSN-1").text == "SN-1")
  }

  @Test("Only the configured steps look into a code")
  func obeysSteps() {
    let gs1 = "010952123454321321SN-1"
    #expect((try? Extraction(steps: [.gs1]).serialNumber(in: gs1 + "\u{1D}"))?.text == "SN-1")
    #expect((try? Extraction(steps: []).serialNumber(in: gs1))?.text == gs1)
    #expect((try? Extraction(steps: [.aim]).serialNumber(in: "]C1" + gs1))?.text == gs1)
    #expect(throws: ExtractionError.serialNumber(.forbidden("]", in: "]C1" + gs1))) {
      try Extraction(steps: [.gs1]).serialNumber(in: "]C1" + gs1)
    }
  }

  @Test(
    "What gives no number says why, in one sentence",
    arguments: [
      ("", #"There is no number in "": scan the unit's own label."#),
      (" \r\n", #"There is no number in " \u{D}\u{A}": scan the unit's own label."#),
      (
        "A\u{1B}[2J",
        #""A\u{1B}[2J" has "\u{1B}" (U+001B), which no serial number has: scan the unit's own label."#
      ),
      (
        "]C10109521234543213",
        "The GS1 code has no serial number, AI 21, among [01]: scan the unit's own label."
      ),
      (
        "[)>06SSN-1",
        #"The code "[)>06SSN-1" lacks RS behind [)>: set the scanner to send control characters as they are."#
      ),
      (
        String(repeating: "9", count: 10_000),
        "The serial number has 10000 bytes and may have 60: scan the unit's own label."
      ),
    ])
  func explains(text: String, sentence: String) {
    let error = #expect(throws: ExtractionError.self) { try Extraction().serialNumber(in: text) }
    #expect(error?.description.escaped() == sentence)
  }

  @Test(
    "A message quotes a hostile text as it is: escaped where it is shown, it is escaped once",
    arguments: [
      "\u{1B}[2J", "A\u{202E}B", "]C1\u{1B}[2J", "]C10109521234543213\u{1D}21\u{1B}", "[)>\u{1E}\u{1B}\u{1E}",
      "[)>\u{1E}06\u{1D}\u{1B}\u{1E}", "[)>\u{1E}06\u{1D}Q\u{1B}\u{1E}", "[)>\u{1B}", "[)>\u{1E}06\u{1D}SA\u{1B}",
    ])
  func quotesAsItIs(text: String) {
    for prefix in ["", "P"] {
      let error = #expect(throws: ExtractionError.self) { try Extraction(prefix: prefix).serialNumber(in: text) }
      #expect(error?.description.escaped().contains("\\\\") == false)
    }
  }

  @Test("Lengths are counted in bytes")
  func countsBytes() throws {
    let extraction = Extraction(minLength: 4, maxLength: 6, alphabet: .any)
    #expect(try extraction.serialNumber(in: "éé").text == "éé")
    #expect(try extraction.serialNumber(in: "ééé").text == "ééé")
    #expect(throws: ExtractionError.tooShort("abc", minLength: 4)) { try extraction.serialNumber(in: "abc") }
    #expect(throws: ExtractionError.tooLong("éééé", maxLength: 6)) { try extraction.serialNumber(in: "éééé") }
  }

  @Test("An AIM identifier that comes beside the text is as good as one in it, and never in the number")
  func takesIdentifierBesideTheText() throws {
    let gs1 = "010952123454321321SN-1"
    let (gs1128, code128) = (AIMIdentifier(beginning: "]C1"), AIMIdentifier(beginning: "]C0"))
    #expect(try Extraction().serialNumber(in: gs1, symbology: gs1128).text == "SN-1")
    #expect(try Extraction().serialNumber(in: gs1, symbology: code128).text == gs1)
    #expect(try Extraction().serialNumber(in: "]C0" + gs1, symbology: gs1128).text == gs1)
    for steps in [[.aim], []] as [[Extraction.Step]] {
      #expect(try Extraction(steps: steps).serialNumber(in: gs1, symbology: gs1128).text == gs1)
    }
    #expect(try Extraction(prefix: "<").serialNumber(in: "<" + gs1, symbology: gs1128).text == "SN-1")
  }
}
