import GRDB
import Gating
import Testing

@testable import Journal

@Suite("Statistics of the journal")
struct StatisticsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func statistics(since: String, until: String, lane: String? = nil) throws -> JournalStatistics {
    let since = try #require(UTCTime(iso8601: "2026-11-23T\(since):00Z"))
    let until = try #require(UTCTime(iso8601: "2026-11-23T\(until):00Z"))
    return try JournalReader(at: folder.journal).statistics(since: since, until: until, lane: lane)
  }

  private func entry(
    _ number: String, _ verdict: String, at time: String, lane: String = "1", shown: Bool = true, reason: String? = nil,
    latency: Double = 10
  ) -> String {
    let reasons = reason.map { #"{"code":"\#($0)"}"# } ?? ""
    return """
      {"type":"verdict","at":"2026-11-23T\(time):00.000Z","lane":"\(lane)","serial_number":"\(number)",\
      "verdict":"\(verdict)","shown":\(shown),"reasons":[\(reasons)],"latency_ms":\(latency)}
      """
  }

  @Test("hours, reasons and first-pass rate count what lies in the time, on the lane") func counts() throws {
    try Journal(at: folder.journal).append([
      entry("X", "PASS", at: "05:59"),
      entry("A", "FAIL", at: "06:00", reason: "outcome_not_allowed"),
      entry("a", "PASS", at: "06:59"),
      entry("B", "PASS", at: "08:10"),
      entry("C", "PASS", at: "08:20"),
      entry("C", "NO_VERDICT", at: "08:30", reason: "timeout"),
      entry("D", "NO_VERDICT", at: "08:40", lane: "2", reason: "timeout"),
      entry("E", "PASS", at: "08:50", shown: false),
      #"{"type":"start","at":"2026-11-23T08:55:00.000Z"}"#,
      #"{"type":"overtaken","at":"2026-11-23T08:55:00.000Z","of":4}"#,
      entry("X", "PASS", at: "09:00"),
    ])
    let all = try statistics(since: "06:00", until: "09:00")
    #expect(all.hours.map(\.start.iso8601) == ["2026-11-23T06:00:00.000Z", "2026-11-23T08:00:00.000Z"])
    #expect(all.hours.map { [$0.counts.pass, $0.counts.fail, $0.counts.noVerdict] } == [[1, 1, 0], [3, 0, 2]])
    #expect(all.total.all == 7)
    // A failed first, B's PASS was overtaken, C passed first, D got none, E was not shown.
    #expect(all.firstPass == JournalStatistics.FirstPass(units: 3, passed: 1))
    #expect(all.reasons.map(\.code) == ["timeout", "outcome_not_allowed"])
    #expect(all.reasons.map(\.count) == [2, 1])
    let second = try statistics(since: "06:00", until: "09:00", lane: "2")
    #expect(second.total.all == 1 && second.firstPass.rate == 0)
    let none = try statistics(since: "10:00", until: "11:00")
    #expect(none.total.all == 0 && none.firstPass.rate == nil && none.latency == nil)
  }

  @Test("percentiles are times that were measured, by nearest rank") func percentiles() throws {
    try Journal(at: folder.journal).append(
      (1...200).reversed().map { entry("S\($0)", "PASS", at: "06:00", latency: Double($0)) })
    let latency = try #require(try statistics(since: "06:00", until: "07:00").latency)
    #expect([latency.p50, latency.p90, latency.p99] == [100, 180, 198])
    #expect(JournalStatistics.Latency(sorted: [7])?.p99 == 7)
  }

  @Test(
    "indexes are used: a million entries are not read through",
    arguments: [
      (
        "SELECT reason, latency_ms, verdict, shown, serial_number, lane FROM entry WHERE at >= '2026' AND +type = 'verdict'",
        "INDEX entry_at"
      ),
      ("SELECT sequence FROM entry WHERE verdict = 'NO_VERDICT' OR NOT shown", "INDEX entry_open"),
    ])
  func indexes(sql: String, index: String) throws {
    _ = try Journal(at: folder.journal)
    let plan = try JournalReader(at: folder.journal).connection.read { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql).map { "\($0)" }
    }
    #expect(plan.count == 1 && plan[0].contains(index), "\(plan)")
  }
}
