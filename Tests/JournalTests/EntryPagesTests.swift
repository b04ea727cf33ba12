import Gating
import Glibc
import Testing

@testable import Journal

@Suite("Entries by what is asked for")
struct EntryPagesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What `sequences` finds is told by the last letters: entry 1 is a start, 2 to 9 are verdicts, 10 withdraws one.
  private func day() throws -> JournalReader {
    try Journal(at: folder.journal).append([
      #"{"type":"start","at":"2026-11-23T06:00:00.000Z"}"#,
      entry("A", "PASS", hour: 7),
      entry("B", "NO_VERDICT", hour: 8, reason: "timeout"),
      entry("C", "FAIL", hour: 9, lane: "2", reason: "outcome_not_allowed"),
      entry("b", "PASS", hour: 10),
      entry("A", "NO_VERDICT", hour: 11, reason: "timeout"),
      entry("D", "PASS", hour: 12, shown: false),
      entry("E", "PASS", hour: 13, lane: "2"),
      entry(nil, "NO_VERDICT", hour: 14, reason: "bad_scan"),
      #"{"type":"overtaken","at":"2026-11-23T14:00:00.100Z","of":8}"#,
    ])
    return try JournalReader(at: folder.journal)
  }

  private func entry(
    _ number: String?, _ verdict: String, hour: Int, lane: String = "1", shown: Bool = true, reason: String? = nil
  ) -> String {
    let at = "2026-11-23T\(hour < 10 ? "0" : "")\(hour):00:00.000Z"
    let reasons = reason.map { #"{"code":"\#($0)","action":"hold","text":"","detail":"d"}"# } ?? ""
    return """
      {"type":"verdict","at":"\(at)","lane":"\(lane)","serial_number":\(number.map { "\"\($0)\"" } ?? "null"),\
      "verdict":"\(verdict)","shown":\(shown),"reasons":[\(reasons)],"latency_ms":\(hour).5,"config":"sha256:00"}
      """
  }

  private static func at(_ hour: String) -> UTCTime? { UTCTime(iso8601: "2026-11-23T\(hour):00:00Z") }

  @Test(
    "a filter lets through what it says, in the order of the chain",
    arguments: [
      (EntryFilter(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      (EntryFilter(since: at("08"), until: at("11")), [3, 4, 5]),
      (EntryFilter(since: at("15")), []),
      (EntryFilter(until: at("07")), [1]),
      (EntryFilter(serialNumber: "B"), [3, 5]),
      (EntryFilter(lane: "2"), [4, 8]),
      (EntryFilter(answer: .noVerdict), [3, 6, 9]),
      (EntryFilter(answer: .pass, reason: "timeout"), []),
      (EntryFilter(reason: "timeout"), [3, 6]),
      // B was released later, C is FAIL and shown, 9 has no number; E's PASS was overtaken.
      (EntryFilter(isHeld: true), [6, 7, 8]),
      (EntryFilter(until: at("10"), isHeld: true), [3]),
      (EntryFilter(lane: "2", isHeld: true), [8]),
      (EntryFilter(serialNumber: "a", isHeld: true), [6]),
    ] as [(EntryFilter, [Int64])])
  func filter(filter: EntryFilter, sequences: [Int64]) throws {
    let reader = try day()
    var pages = try EntryPages(of: filter, latest: nil, in: reader)
    #expect(try pages.next(in: reader).map(\.entry.sequence) == sequences)
    #expect(try pages.next(in: reader) == [])
    var latest = try EntryPages(of: filter, latest: 2, in: reader)
    #expect(try latest.next(in: reader).map(\.entry.sequence) == sequences.suffix(2))
  }

  @Test("an overtaken verdict is known as not shown") func overtaken() throws {
    let reader = try day()
    for (sequence, isShown) in [(2, true), (7, false), (8, false)] as [(Int64, Bool)] {
      guard case .verdict(let verdict) = try #require(try reader.read(sequence)).content else {
        Issue.record("entry \(sequence) is no verdict")
        continue
      }
      #expect(verdict.isShown == isShown, "entry \(sequence)")
    }
    #expect(try reader.read(8)?.isOvertaken == true)
    #expect(try reader.read(11) == nil)
  }

  @Test("more than a page comes whole, and what is appended meanwhile follows, once") func pages() throws {
    let reader = try JournalReader(at: folder.journal(of: 1100))
    var pages = try EntryPages(of: EntryFilter(), latest: nil, in: reader)
    var sequences: [Int64] = []
    func readAll() throws {
      var page = try pages.next(in: reader)
      while !page.isEmpty {
        sequences += page.map(\.entry.sequence)
        page = try pages.next(in: reader)
      }
    }
    try readAll()
    try Journal(at: folder.journal).append([verdict("NEW")])
    try readAll()
    #expect(sequences == Array(1...1101))
  }

  @Test("what a filter stops is not looked at again, and a time that has ended brings nothing more") func position()
    throws
  {
    let reader = try day()
    var pages = try EntryPages(of: EntryFilter(serialNumber: "C"), latest: nil, in: reader)
    _ = try pages.next(in: reader)
    #expect(pages.position == 10)
    var ended = try EntryPages(of: EntryFilter(until: Self.at("08")), latest: nil, in: reader)
    #expect(try ended.next(in: reader).count == 2)
    try Journal(at: folder.journal).append([entry("F", "PASS", hour: 7)])
    #expect(try ended.next(in: reader) == [])
  }

  @Test("a reader notices that another journal stands in the place of its own") func replaced() throws {
    let reader = try day()
    #expect(reader.isCurrent)
    let other = try TemporaryFolder()
    try folder.write(folder.bytes(of: try other.journal(of: 1)), to: folder.path + "/new")
    rename(folder.path + "/new", folder.journal)
    #expect(!reader.isCurrent)
  }

  @Test("a verdict that this version does not know is told as unreadable, and nothing else of it") func unknown() throws
  {
    let maybe = #"{"type":"verdict","at":"2026-11-23T07:00:00.000Z","verdict":"MAYBE","shown":true}"#
    try Journal(at: folder.journal).append([maybe])
    guard case .unreadable = try #require(try JournalReader(at: folder.journal).read(1)).content else {
      Issue.record("it was read")
      return
    }
  }
}
