import Gating
import Journal
import Settings
import Testing

@testable import Station

@Suite("Recorded verdicts under another configuration")
struct BacktestTests {
  private let journal: ReviewedJournal

  init() throws {
    journal = try ReviewedJournal()
  }

  /// What the file makes of one entry.
  private func judge(_ payload: String, by file: String) throws -> Rejudgement {
    let read = try #require(try journal.entries([payload]).first)
    guard case .verdict(let verdict) = read.content else {
      Issue.record("no verdict: \(payload)")
      return .untold(.incomplete)
    }
    return Rejudge(by: try journal.configuration(file)).judge(verdict)
  }

  private static let failed = recorded("SN-1", reply("SN-1", .fail))
  private static let passed = recorded("SN-1", reply("SN-1"))

  @Test(
    "a verdict is judged again at its own time, on what TofuPilot answered then",
    arguments: [
      (passed, "station: {name: X}", "PASS"),
      (failed, "station: {name: X}", "FAIL outcome_not_allowed"),
      (failed, "gate: {allowed_outcomes: [PASS, FAIL]}", "PASS"),
      (passed, "gate: {allowed_outcomes: [ABORTED]}", "FAIL outcome_not_allowed"),
      (passed, "gate: {max_age: 2d}", "FAIL too_old"),
      (passed, "gate: {max_age: 5d}", "PASS"),
      (passed, "gate: {procedure: ICT}", "FAIL procedure_not_passed"),
      (passed, "gate: {rules: [{name: r, part_number: X}]}", "FAIL part_not_allowed"),
      (passed, "gate: {rules: [{name: r, part_number: PCB-1, revision_number: B}]}", "FAIL revision_not_allowed"),
      (passed, "gate: {rules: [{name: r, part_number: PCB-1}]}", "PASS"),
      (recorded("SN-1", .unknownUnit), "gate: {policy: last-run}", "FAIL unknown_unit"),
      (
        recorded("SN-1", .failed(.timeout, detail: "5 s")), "gate: {allowed_outcomes: [PASS, FAIL]}",
        "NO_VERDICT timeout"
      ),
      (recorded("no number", .unknownUnit), "station: {name: X}", "NO_VERDICT bad_scan"),
    ])
  func judged(payload: String, file: String, expected: String) throws {
    guard case .verdict(let verdict) = try judge(payload, by: file) else {
      Issue.record("was not told")
      return
    }
    #expect([[verdict.code], verdict.findings.map(\.code.rawValue)].joined().joined(separator: " ") == expected)
  }

  @Test(
    "what only TofuPilot can tell is not guessed",
    arguments: [
      (passed, "gate: {policy: last-run}", Rejudgement.Reason.otherRun),
      (passed, "gate: {rules: [{name: r, part_number: PCB-1, policy: last-run}]}", .otherRun),
      (passed, "scanners: [{lane: '1', match: {port: p}, extract_pattern: 'SN-(?<serial>.*)'}]", .otherNumber),
      (recorded("no number", .unknownUnit), "gate: {serial_characters: any}", .otherNumber),
      (passed, "scanners: [{lane: '2', match: {port: p}}]", .noLane),
    ])
  func untold(payload: String, file: String, reason: Rejudgement.Reason) throws {
    #expect(try judge(payload, by: file) == .untold(reason))
  }

  @Test(
    "a code is read as what the scanner said it is; where an older record does not tell, nothing is guessed",
    arguments: [
      (#","symbology":"]d2""#, "PASS"), (#","symbology":null"#, "other_number"),
      (#","symbology":"]C0""#, "other_number"),
      ("", "incomplete"),
    ])
  func symbology(key: String, expected: String) throws {
    let payload = recorded("SN-42", reply("SN-42"))
      .replacing(#""scan":"SN-42""#, with: #""scan":"010952123454321321SN-42""#)
      .replacing(#","symbology":null"#, with: key)
    switch try judge(payload, by: "station: {name: X}") {
    case .verdict(let verdict): #expect(verdict.code == expected)
    case .untold(let reason): #expect(reason.rawValue == expected)
    }
  }

  @Test("an older record whose number is read the same now is judged again") func older() throws {
    let payload = Self.failed.replacing(#","symbology":null"#, with: "")
    guard case .verdict(let verdict) = try judge(payload, by: "gate: {allowed_outcomes: [FAIL]}") else {
      Issue.record("was not told")
      return
    }
    #expect(verdict.isPass)
  }

  @Test("a number that the lane would refuse now is NO VERDICT") func refused() throws {
    let file = "scanners: [{lane: '1', match: {port: p}, pattern: '^X'}]"
    guard case .verdict(let verdict) = try judge(Self.passed, by: file) else {
      Issue.record("was not told")
      return
    }
    #expect(verdict.findings.map(\.code) == [.badScan])
  }

  @Test(
    "batch and children are those of the record",
    arguments: [
      (#""batch_number":"B1","in_batch":true"#, "FAIL"), (#""batch_number":null,"in_batch":false"#, "FAIL"),
      (#""batch_number":null,"in_batch":null"#, "NO_VERDICT"), (#""batch_number":"B2","in_batch":true"#, "PASS"),
    ])
  func batch(keys: String, answer: String) throws {
    let payload = Self.passed.replacing(#""batch_number":null"#, with: keys)
    guard case .verdict(let verdict) = try judge(payload, by: "gate: {batch_number: [B2]}") else {
      Issue.record("was not told")
      return
    }
    #expect(verdict.code == answer)
  }

  @Test("a light that was lost, or a disk, stays in the way of a PASS") func circumstances() throws {
    let lost = #"[{"code":"outcome_not_allowed"},{"code":"not_recorded","detail":"disk full"}]"#
    let payload =
      #"{"type":"verdict","at":"2026-11-23T13:03:07.123Z","lane":"1","scan":"SN-1","serial_number":"SN-1","#
      + #""verdict":"FAIL","shown":true,"reasons":\#(lost),"policy":"creating-run","#
      + #""unit":{"serial_number":"SN-1","children":[]},"run":{"outcome":"FAIL"}}"#
    guard case .verdict(let verdict) = try judge(payload, by: "gate: {allowed_outcomes: [FAIL]}") else {
      Issue.record("was not told")
      return
    }
    #expect(verdict.code == "NO_VERDICT" && verdict.findings.map(\.code) == [.notRecorded])
  }

  @Test("what would be released comes first and loud, with at most three examples") func report() throws {
    let loaded = try journal.configuration("gate: {allowed_outcomes: [ABORTED]}")
    var backtest = Backtest(of: Rejudge(by: loaded))
    let payloads =
      (1...5).map { recorded("P-\($0)", reply("P-\($0)")) }
      + (1...2).map { recorded("A-\($0)", reply("A-\($0)", .aborted)) }
      + [recorded("F-1", reply("F-1", .fail)), #"{"type":"stop","at":"2026-11-23T14:00:00.000Z"}"#]
    for entry in try journal.entries(payloads) { backtest.add(entry) }
    #expect(backtest.count == 8 && backtest.unchanged == 1)
    let report = BacktestReport(backtest, path: "new.yaml", hash: "sha256:x")
    let heads = report.lines.filter { $0.contains("->") && !$0.hasPrefix("   ") }
    #expect(heads == ["!! FAIL -> PASS: 2 WOULD BE RELEASED", "PASS -> FAIL: 5"])
    #expect(report.lines.count { $0.contains("entry ") && $0.contains("P-") } == 3)
    #expect(report.lines.contains("unchanged: 1"))
    #expect(report.json.closed.contains(#""before":"FAIL","now":"PASS","reason":"outcome_not_allowed","count":2"#))
  }

  @Test("a stand-in's verdicts, and what is unreadable, are left out and told") func leftOut() throws {
    var backtest = Backtest(of: Rejudge(by: try journal.configuration("gate: {allowed_outcomes: [FAIL]}")))
    let payloads = [
      Self.passed.replacing(#""stand_in":false"#, with: #""stand_in":true"#),
      Self.passed.replacing(#""verdict":"PASS""#, with: #""verdict":"MAYBE""#), Self.failed,
    ]
    for entry in try journal.entries(payloads) { backtest.add(entry) }
    #expect([backtest.count, backtest.standIns, backtest.unreadable] == [1, 1, 1])
  }

  @Test("under the configuration in force nothing changes") func same() throws {
    var backtest = Backtest(of: Rejudge(by: try journal.configuration("station: {name: X}")))
    let payloads = [
      Self.passed, Self.failed, recorded("S", .unknownUnit), recorded("S", .failed(.unauthorized, detail: "401")),
      recorded("S", .severalUnits(2)), recorded("S", reply("T")), recorded("no number", .unknownUnit),
    ]
    for entry in try journal.entries(payloads) { backtest.add(entry) }
    #expect(backtest.groups == [] && backtest.unchanged == payloads.count && backtest.otherReason == 0)
  }
}
