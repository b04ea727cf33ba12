import Patterns
import Scanning
import Testing

@Suite struct ExtractionPatternTests {
  private let extractPattern = #"(?<serial>[A-Z0-9-]+);(?<part_number>[^;]+);\d{6}"#

  @Test("extract_pattern takes its group serial out of the whole code")
  func extracts() throws {
    let extraction = Extraction(extractPattern: try .compile(extractPattern))
    #expect(try extraction.serialNumber(in: "SN-1;MAIN-001;261123").text == "SN-1")
    #expect(try extraction.serialNumber(in: "]d1SN-1;MAIN-001;261123\n").text == "SN-1")
  }

  @Test(
    "A code that extract_pattern does not fit whole gives no number",
    arguments: ["SN-1", "SN-1;MAIN-001;261123;X", "xSN-1;MAIN-001;261123", "SN-1;MAIN-001;26112"])
  func refusesOtherCodes(text: String) throws {
    let extraction = Extraction(extractPattern: try .compile(extractPattern))
    #expect(throws: ExtractionError.patternDoesNotFit(extractPattern, text)) {
      try extraction.serialNumber(in: text)
    }
  }

  @Test("A number that is longer than the pattern means is not cut to it")
  func cutsNothing() throws {
    let extraction = Extraction(extractPattern: try .compile(#"(?<serial>[A-Z]{2}\d{6})"#))
    #expect(try extraction.serialNumber(in: "AB123456").text == "AB123456")
    #expect(throws: ExtractionError.self) { try extraction.serialNumber(in: "AB1234567") }
  }

  @Test("extract_pattern reads what the steps before it left")
  func followsSteps() throws {
    let extraction = Extraction(extractPattern: try .compile(#"SN(?<serial>\d+)"#))
    #expect(try extraction.serialNumber(in: "]C1010952123454321321SN42").text == "42")
  }

  @Test("A group serial that took no part, or took nothing, is no number")
  func demandsSerial() throws {
    let absent = Extraction(extractPattern: try .compile(#"(?<serial>A\d)?.*"#))
    #expect(throws: ExtractionError.noSerialGroup(#"(?<serial>A\d)?.*"#, "B1")) {
      try absent.serialNumber(in: "B1")
    }
    let empty = Extraction(extractPattern: try .compile(#"(?<serial>\d*)X"#))
    #expect(throws: ExtractionError.serialNumber(.empty)) { try empty.serialNumber(in: "X") }
  }

  @Test("pattern is TofuPilot's check: a search over the finished number, in its case")
  func checks() throws {
    let searched = Extraction(pattern: try .compile(#"\d{4}"#))
    #expect(try searched.serialNumber(in: "SN-20240").text == "SN-20240")
    let anchored = Extraction(pattern: try .compile(#"^SN-\d{4}$"#))
    #expect(try anchored.serialNumber(in: " SN-2024 ").text == "SN-2024")
    #expect(throws: ExtractionError.patternDoesNotFit(#"^SN-\d{4}$"#, "sn-2024")) {
      try anchored.serialNumber(in: "sn-2024")
    }
    #expect(throws: ExtractionError.patternDoesNotFit(#"^SN-\d{4}$"#, "BOX-SN-2024")) {
      try anchored.serialNumber(in: "BOX-SN-2024")
    }
  }

  @Test("The Kelvin sign is no K, though PCRE2 takes it for one where case is ignored")
  func refusesKelvin() throws {
    let pattern = try Pattern.compile("(?i)^SN-K$")
    #expect(pattern.firstMatch(in: "SN-\u{212A}") == .match(groups: [:]))
    #expect(throws: ExtractionError.serialNumber(.forbidden("\u{212A}", in: "SN-\u{212A}"))) {
      try Extraction(pattern: pattern).serialNumber(in: "SN-\u{212A}")
    }
  }

  @Test("A pattern that takes too long is told apart from one that does not fit")
  func tellsLimit() throws {
    let text = String(repeating: "a", count: 50) + "."
    let check = Extraction(pattern: try .compile("^(a+)+$"))
    #expect(throws: ExtractionError.patternLimitReached("^(a+)+$", text)) { try check.serialNumber(in: text) }
    let source = "(?<serial>(a+)+)"
    let extract = Extraction(extractPattern: try .compile(source))
    #expect(throws: ExtractionError.patternLimitReached(source, text)) { try extract.serialNumber(in: text) }
  }
}
