import Gating
import Journal
import Scanning
import Settings
import Testing

@testable import Station

@Suite("Entries in a table, a spreadsheet and as JSON")
struct EntryListTests {
  private let journal: ReviewedJournal

  init() throws {
    journal = try ReviewedJournal()
  }

  private func entry(_ payload: String) throws -> ReadEntry {
    try #require(try journal.entries([payload]).first)
  }

  @Test("a row tells number, answer and why; a verdict that nobody saw stands in brackets") func row() throws {
    let fail = EntryRow(try entry(recorded("SN-1", reply("SN-1", .fail)))).line()
    #expect(fail.hasPrefix("     1  2026-11-23 "))
    #expect(fail.contains("  1     FAIL        SN-1  "))
    #expect(fail.contains("[outcome_not_allowed] first run FAIL · FCT · 20 Nov 2026 (allowed: PASS)"))
    let unseen = EntryRow(try entry(recorded("SN-1", reply("SN-1"), shown: false))).line()
    #expect(unseen.contains("(PASS)") && unseen.contains("NOT SHOWN"))
  }

  @Test("a row fits the terminal, whatever was scanned", arguments: [20, 80, 200])
  func width(width: Int) throws {
    let scan = "\u{1B}[2J\u{202E}箱" + String(repeating: "9", count: 300)
    let line = EntryRow(try entry(recorded(scan, .unknownUnit))).line(width: width)
    #expect(line.unicodeScalars.count <= width)
    #expect(line.unicodeScalars.allSatisfy { $0.isPrintable })
  }

  @Test(
    "what befell the station is told in words",
    arguments: [
      (
        #"{"type":"start","at":"2026-11-23T06:00:00.000Z","station":"F3","version":"0.1.0"}"#,
        "start: F3, version 0.1.0"
      ),
      (#"{"type":"overtaken","at":"2026-11-23T06:00:00.000Z","of":7}"#, "overtaken: the verdict of entry 7 was shown"),
      (#"{"type":"clock","at":"2026-11-23T06:00:00.000Z","jump_ms":-3600000.0}"#, "clock: set by -3600.0 s"),
      (#"{"type":"later","at":"2026-11-23T06:00:00.000Z","x":1}"#, "later"),
    ])
  func note(payload: String, words: String) throws {
    #expect(EntryRow(try entry(payload)).line().contains(words))
  }

  @Test(
    "no scan is a formula in a spreadsheet, and none breaks a row",
    arguments: [
      ("=HYPERLINK(\"x\")", #""'=HYPERLINK(""x"")""#), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", #"'\u{9}=1"#), ("\r=1", #"'\u{D}=1"#), ("A,B", #""A,B""#), ("A\"B", #""A""B""#),
      ("A\r\nB", #"A\u{D}\u{A}B"#), ("\u{1B}[2J", #"\u{1B}[2J"#), ("SN-1", "SN-1"),
    ])
  func formula(scan: String, cell: String) throws {
    let row = EntrySheet.row(try entry(recorded(scan, .unknownUnit)))
    #expect(row.contains(",1,\(cell),"), "\(row)")
    #expect(row.unicodeScalars.allSatisfy { $0.isPrintable })
  }

  @Test("each row has as many cells as the heading") func cells() throws {
    let columns = EntrySheet.heading.split(separator: ",").count
    for payload in [recorded("SN-1", reply("SN-1")), #"{"type":"stop","at":"2026-11-23T06:00:00.000Z","cause":"x"}"#] {
      let row = EntrySheet.row(try entry(payload))
      #expect(row.split(separator: ",", omittingEmptySubsequences: false).count == columns)
    }
  }

  @Test("JSON is the entry as it was recorded, with its place in the chain") func json() throws {
    let payload = recorded("SN-1", reply("SN-1"))
    let read = try entry(payload)
    #expect(
      read.json == #"{"sequence":1,"hash":"\#(read.entry.hash.hex)","overtaken":false,"# + payload.dropFirst())
  }

  @Test("an account tells the rule as it was written then, and what holds where it is silent") func account() throws {
    let loaded = try journal.configuration(
      """
      gate:
        allowed_outcomes: [PASS]
        rules:
          - {name: others, part_number: X-*}
          - {name: boards, part_number: PCB-*, allowed_outcomes: [PASS, ABORTED]}
          - {name: last, part_number: Y-*}
      """)
    let read = try entry(
      recorded("SN-1", reply("SN-1", .aborted), under: loaded.configuration.gate))
    let before = try EntryAccount(of: read, in: journal.reader).lines
    #expect(before.contains { $0.contains("is not kept") })
    try journal.keep(loaded.yaml(keySource: nil), hash: "sha256:test")
    let text = try EntryAccount(of: read, in: journal.reader).lines.joined(separator: "\n")
    for fact in [
      "rule            boards", "name: boards", "allowed_outcomes: [PASS, ABORTED]", "where the rule is silent",
      "allowed_outcomes: [PASS]", "first run ABORTED · FCT", "2026-11-23T13:03:07.123Z", read.entry.hash.hex,
    ] {
      #expect(text.contains(fact), "\(fact)")
    }
    #expect(!text.contains("others") && !text.contains("last\n"))
  }

  @Test("an account escapes what was scanned") func escapedAccount() throws {
    let read = try entry(recorded("\u{1B}[2J\u{202E}", .unknownUnit))
    let lines = try EntryAccount(of: read, in: journal.reader).lines
    #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.isPrintable } })
  }

  @Test("bars fit their width, and name what they count") func chart() throws {
    _ = try journal.entries(
      (0..<40).map { hour in
        recorded(
          "SN-\(hour)", reply("SN-\(hour)", hour < 30 ? .pass : .fail),
          at: "2026-11-2\(2 + hour / 20)T\(hour % 20 < 10 ? "0" : "")\(hour % 20):30:00Z")
      })
    let since = try #require(UTCTime(iso8601: "2026-11-22T00:00:00Z"))
    let statistics = try journal.reader.statistics(since: since, until: UTCTime(nanoseconds: .max))
    let lines = StatisticsChart(statistics).lines(width: 60)
    #expect(lines[0] == "40 verdicts: 30 PASS, 10 FAIL, 0 NO VERDICT")
    #expect(lines[1].hasPrefix("first-pass rate: 75.0 % (30 of 40 units"))
    #expect(lines[2] == "scan to verdict: p50 42.0 ms, p90 42.0 ms, p99 42.0 ms")
    #expect(lines.contains { $0.hasPrefix("outcome_not_allowed  10  ####") })
    #expect(lines.dropFirst(2).allSatisfy { $0.count <= 60 })
  }
}
