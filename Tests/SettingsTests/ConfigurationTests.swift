import Gating
import Scanning
import Settings
import Testing

@Suite struct ConfigurationTests {
  @Test(
    "An empty file, one of comments and one of empty sections are all defaults",
    arguments: [
      "", "# nothing\n", "---\n",
      "station:\napi:\ngate:\n  texts:\nscanners:\nindicators:\nscreen:\njournal:\n",
    ])
  func empty(text: String) throws {
    #expect(try configuration(text) == Configuration(hostName: "station-7"))
  }

  @Test("Scalars are the text as written")
  func textAsWritten() throws {
    let gate = try configuration("gate: {rules: [{name: 1.0, part_number: [0012, NO, ~, 1e3], revision_number: 0x1F}]}")
      .gate
    #expect(
      gate.rules == [
        Rule(
          name: "1.0", partNumbers: ["0012", "NO", "~", "1e3"].map(Wildcard.init), revisionNumbers: [Wildcard("0x1F")])
      ])
  }

  @Test("A rule sets its demands, and leaves out what it does not name")
  func rule() throws {
    let text = """
      gate:
        procedure: ICT
        rules:
          - name: power
            part_number: PWR-*
            policy: last-run
            allowed_outcomes: PASS
            procedure: FCT*
            max_age: 7d
            children: {part_number: PSU-*, count: 2}
      """
    let gate = try configuration(text).gate
    #expect(gate.demands == Demands(procedure: Wildcard("ICT")))
    #expect(
      gate.rules == [
        Rule(
          name: "power", partNumbers: [Wildcard("PWR-*")], policy: .lastRun, allowedOutcomes: [.pass],
          demands: Demands(
            procedure: Wildcard("FCT*"), maxAge: .seconds(7 * 86400),
            children: [RequiredChildren(partNumber: Wildcard("PSU-*"), count: 2)]))
      ])
    #expect(gate.otherwise == .fail)
  }

  @Test("A scanner's line becomes its lane")
  func scanner() throws {
    let text = """
      gate: {serial_characters: any}
      scanners:
        - lane: "1"
          match: {model: Voyager 1400g}
          terminator: none
          quiet_gap: 50ms
          prefix: "\\x02"
          extract: gs1
          extract_pattern: '(?<serial>[^;]+);.*'
          pattern: '^SN-\\d{6}$'
          min_length: 9
          grab: false
      """
    let scanner = try #require(try configuration(text).scanners.first)
    #expect(scanner.match == ScannerMatch(.model, "Voyager 1400g"))
    #expect(scanner.layout == .us)
    #expect(scanner.terminator == .none(quietGap: .milliseconds(50)))
    #expect(!scanner.grab)
    #expect(scanner.extraction.steps == [.gs1])
    #expect(scanner.extraction.minLength == 9)
    #expect(scanner.extraction.alphabet == .any)
    #expect(try scanner.extraction.serialNumber(in: "\u{2}SN-123456;rest").text == "SN-123456")
    #expect(throws: ExtractionError.self) { try scanner.extraction.serialNumber(in: "\u{2}SN-12345;rest") }
  }

  @Test("A layout is built by its name")
  func layout() throws {
    let scanner = try configuration("scanners: [{lane: A, match: {port: p}, layout: de}]").scanners.first
    #expect(scanner?.layout.name == "de")
    #expect(scanner?.layout != .us)
  }

  @Test(
    "The address is the origin, however it is written",
    arguments: [
      ("https://tofupilot.local", "https://tofupilot.local"),
      ("https://tofupilot.local/", "https://tofupilot.local"),
      ("HTTPS://tofupilot.local/api", "https://tofupilot.local"),
      ("http://127.0.0.1:8765/api/", "http://127.0.0.1:8765"),
      ("http://[::1]:80", "http://[::1]:80"),
    ])
  func address(text: String, origin: String) throws {
    #expect(try configuration("api: {url: '\(text)'}").api.address.description == origin)
  }

  @Test(
    "What is no origin is refused",
    arguments: [
      "", "https://", "https:///api", "ftp://a", "https://a/b", "https://a/api/v2", "https://a:0", "https://a:65536",
      "https://a:", "https://a:+80", "https://a b", "https://[::1", "https://[a.b]", "https://u:p@a", "https://a?k=v",
      "https://a#f", "//a", "https://a\\n.b",
    ])
  func noAddress(text: String) throws {
    #expect(throws: ConfigurationError.self) { try configuration("api: {url: \"\(text)\"}") }
  }
}
