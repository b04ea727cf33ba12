import Gating
import Testing

@testable import TofuPilot

@Suite("A unit's reply") struct UnitReplyTests {
  private func reply(_ text: String, policy: RunPolicy = .creatingRun) throws -> UnitReply {
    try UnitReply(JSON(parsing: Array(text.utf8)), policy: policy)
  }

  @Test("is read with every field that the API documents")
  func everyField() throws {
    let unit = try reply(TestFile.text("Fixtures/unit.json"))
    #expect(unit.id == "550e8400-e29b-41d4-a716-446655440000")
    #expect(unit.serialNumber == "SN-2024-001234")
    #expect(unit.createdAt == UTCTime(iso8601: "2024-01-15T10:30:00Z"))
    #expect(unit.sample == nil)
    #expect(unit.part?.id == "550e8400-e29b-41d4-a716-446655440001")
    #expect(unit.part?.number == "PCB-MAIN-001")
    #expect(unit.part?.name == "Main Control Board")
    #expect(unit.part?.revisionID == "550e8400-e29b-41d4-a716-446655440002")
    #expect(unit.part?.revisionNumber == "REV-A")
    #expect(unit.batch?.id == "550e8400-e29b-41d4-a716-446655440003")
    #expect(unit.batch?.number == "BATCH-2024-Q1")
    #expect(unit.parent?.serialNumber == "ASSY-0001")
    #expect(unit.parent?.part?.number == "ASSY-001")
    #expect(unit.parent?.part?.revisionNumber == nil)
    #expect(unit.children?.map(\.serialNumber) == ["PSU-0042", "CASE-7"])
    #expect(unit.children?.map(\.part?.revisionNumber) == ["B", nil])
    #expect(unit.createdByUser?.name == "Ada Lovelace")
    #expect(unit.createdByStation?.name == "FCT 1")
    let attachment = try #require(unit.attachments?.first)
    #expect(attachment.id == "550e8400-e29b-41d4-a716-446655440014")
    #expect(attachment.name == "certificate.pdf")
    #expect(attachment.size == 20480)
    #expect(attachment.contentType == "application/pdf")
    #expect(attachment.downloadURL == "https://storage.example/certificate.pdf?signature=1")
    #expect(unit.metadata == ["line": .string("A"), "slot": .number("3.50"), "burn_in": .bool(true)])
    let run = try #require(unit.run)
    #expect(run.id == "550e8400-e29b-41d4-a716-446655440012")
    #expect(run.outcome == .pass)
    #expect(run.procedure?.name == "FCT")
    #expect(run.createdAt == UTCTime(iso8601: "2024-01-15T10:36:00Z"))
    #expect(run.startedAt == UTCTime(iso8601: "2024-01-15T10:30:00Z"))
    #expect(run.ending == UTCTime(iso8601: "2024-01-15T10:35:30.250Z").map(Run.Ending.at))
    #expect(run.duration == "PT5M30.25S")
  }

  @Test("needs nothing but the serial number")
  func smallest() throws {
    let unit = try reply(#"{"serial_number": "SN-1"}"#)
    #expect(unit.serialNumber == "SN-1")
    #expect(unit.run == nil)
    #expect(Unit(unit) == Unit(serialNumber: "SN-1"))
  }

  @Test("tells a unit without a batch from a reply that does not say")
  func batch() throws {
    #expect(Unit(try reply(#"{"serial_number": "SN-1", "batch": null}"#)).batch == .some(.none))
    #expect(Unit(try reply(#"{"serial_number": "SN-1"}"#)).batch == nil)
    #expect(Unit(try reply(#"{"serial_number": "SN-1", "batch": {"id": "b"}}"#)).batch == nil)
    #expect(Unit(try reply(#"{"serial_number": "SN-1", "batch": {"number": "B1"}}"#)).batch == .number("B1"))
  }

  @Test(
    "tolerates what it does not need, however malformed",
    arguments: [
      "id", "created_at", "part", "batch", "parent", "children", "created_by_user", "created_by_station", "attachments",
      "metadata",
    ])
  func tolerates(field: String) throws {
    for value in ["null", "1", "true", #""x""#, "[]", "[1, null]", "{}", #"{"id": {}, "number": [], "part": 1}"#] {
      let unit = try reply(#"{"serial_number": "SN-1", "\#(field)": \#(value), "created_during": {"outcome": "FAIL"}}"#)
      #expect(unit.run?.outcome == .fail)
      #expect(unit.part?.number == nil)
    }
  }

  @Test("has no run only where it says so", arguments: [RunPolicy.creatingRun, .lastRun])
  func noRun(policy: RunPolicy) throws {
    let field = policy == .creatingRun ? "created_during" : "last_run"
    let other = policy == .creatingRun ? "last_run" : "created_during"
    for text in [
      #"{"serial_number": "SN-1"}"#, #"{"serial_number": "SN-1", "\#(field)": null}"#,
      #"{"serial_number": "SN-1", "\#(other)": {"outcome": "PASS"}}"#,
    ] {
      #expect(try reply(text, policy: policy).run == nil)
    }
    for malformed in ["1", "true", #""PASS""#, "[]", "{}", #"{"outcome": null}"#, #"{"outcome": ["PASS"]}"#] {
      #expect(throws: Failure.missing("\(field).outcome")) {
        try reply(#"{"serial_number": "SN-1", "\#(field)": \#(malformed)}"#, policy: policy)
      }
    }
  }

  @Test(
    "without a usable serial number is none",
    arguments: [
      "{}", "[]", "null", #""SN-1""#, #"{"serial_number": null}"#, #"{"serial_number": 1}"#,
      #"{"serial_number": ["SN-1"], "created_during": {"outcome": "PASS"}}"#,
      #"[{"serial_number": "SN-1", "created_during": {"outcome": "PASS"}}]"#,
    ])
  func noSerialNumber(text: String) {
    #expect(throws: Failure.missing("serial_number")) { try reply(text) }
  }

  @Test(
    "knows outcomes by their exact word",
    arguments: [
      ("PASS", Outcome.pass), ("FAIL", .fail), ("ERROR", .error), ("TIMEOUT", .timeout), ("ABORTED", .aborted),
      ("pass", .unknown("pass")), ("Pass", .unknown("Pass")), (" PASS", .unknown(" PASS")), ("", .unknown("")),
      ("RUNNING", .unknown("RUNNING")), ("PASS\u{0}", .unknown("PASS\u{0}")),
    ])
  func outcomes(text: String, outcome: Outcome) throws {
    let escaped = text.replacing("\u{0}", with: #"\u0000"#)
    #expect(
      try reply(#"{"serial_number": "SN-1", "created_during": {"outcome": "\#(escaped)"}}"#).run?.outcome == outcome)
  }

  @Test(
    "never takes a sample that it cannot read for a production unit",
    arguments: [
      ("null", Sample?.none), (#""golden""#, .golden), (#""failing""#, .failing), (#""ignored""#, .ignored),
      (#""Golden""#, .unknown("Golden")), ("1", .unknown("a number")), ("{}", .unknown("an object")),
    ])
  func samples(value: String, sample: Sample?) throws {
    #expect(try reply(#"{"serial_number": "SN-1", "sample": \#(value)}"#).sample == sample)
  }

  @Test(
    "tells a run that goes on from one whose end is not told",
    arguments: [
      (#", "ended_at": null"#, Run.Ending.running), ("", .unknown), (#", "ended_at": "yesterday""#, .unknown),
      (#", "ended_at": 12"#, .unknown),
    ])
  func endings(field: String, ending: Run.Ending) throws {
    let unit = try reply(#"{"serial_number": "SN-1", "last_run": {"outcome": "PASS"\#(field)}}"#, policy: .lastRun)
    #expect(unit.run.map(Run.init)?.ending == ending)
  }
}
