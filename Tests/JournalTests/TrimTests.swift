import GRDB
import Journal
import Testing

@Suite("Retention")
struct TrimTests {
  private let folder: TemporaryFolder
  private let writer: Journal

  init() throws {
    folder = try TemporaryFolder()
    writer = try Journal(at: folder.journal)
  }

  private var reader: JournalReader {
    get throws { try JournalReader(at: folder.journal) }
  }

  /// A verdict a day of November, in this order.
  private func append(days: [Int], config: String = "sha256:00") throws {
    try writer.append(days.map { verdict("PCB", at: day($0), config: config) })
  }

  private func day(_ number: Int) -> String { "2026-11-\(number < 10 ? "0" : "")\(number)T10:00:00.000Z" }

  @Test("drops what is too old, and the chain goes on from where it ended") func age() throws {
    try append(days: [1, 2, 3, 4, 5])
    let dropped = try #require(try reader.entry(2))
    #expect(try writer.trim(olderThan: day(3), size: 1 << 30, at: day(23)) == false)
    #expect(try reader.entries(1...9).map(\.sequence) == [3, 4, 5, 6])
    #expect(
      try reader.entry(6)?.payload
        == #"{"type":"trimmed","at":"\#(day(23))","through":2,"hash":"\#(dropped.hash.hex)","count":2}"#)
    try append(days: [24])
    #expect(try reader.verify().fault == nil)
    #expect(try reader.verify().first == 3)
  }

  @Test(
    "drops nothing behind a young entry, whatever the clock was set to",
    arguments: [
      ([1, 9, 2, 3], [2, 3, 4]), ([9, 1, 1], [1, 2, 3]), ([1, 1, 1], []), ([9], [1]),
    ])
  func clockSetBack(days: [Int], left: [Int64]) throws {
    try append(days: days)
    try writer.trim(olderThan: day(5), size: 1 << 30, at: day(23))
    let entries = try reader.entries(1...9).filter { !$0.payload.contains("trimmed") }
    #expect(entries.map(\.sequence) == left)
    #expect(try reader.verify().fault == nil)
  }

  @Test("writes nothing where there is nothing to drop") func nothing() throws {
    #expect(try writer.trim(olderThan: day(5), size: 1 << 30, at: day(23)) == false)
    try append(days: [9])
    #expect(try writer.trim(olderThan: day(5), size: 1 << 30, at: day(23)) == false)
    #expect(try reader.head().sequence == 1)
  }

  @Test("keeps the file within its size, in steps that are short") func size() throws {
    for _ in 1...100 { try append(days: Array(repeating: 1, count: 100)) }
    let size: Int64 = 1 << 20
    var calls = 1
    while try writer.trim(olderThan: day(1), size: size, at: day(23)) { calls += 1 }
    #expect(calls > 2)
    try DatabaseQueue(path: folder.journal).writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    let bytes = folder.bytes(of: folder.journal).count
    #expect(bytes <= size)
    #expect(bytes > size * 8 / 10)
    let report = try reader.verify()
    #expect(report.fault == nil)
    #expect(try #require(report.first) > 1)
    #expect(report.head.sequence == 10_000 + Int64(calls))
  }

  @Test("drops a configuration with the last entry that names it, and never the one in force") func configurations()
    throws
  {
    for (number, hash) in ["sha256:01", "sha256:02", "sha256:03"].enumerated() {
      try writer.keep(configuration: "text", hash: hash)
      try append(days: [number + 1], config: hash)
    }
    try writer.trim(olderThan: day(2), size: 1 << 30, at: day(23))
    #expect(try reader.configuration("sha256:01") == nil)
    #expect(try reader.configuration("sha256:02") != nil)
    try writer.trim(olderThan: day(22), size: 1 << 30, at: day(23))
    #expect(try reader.configuration("sha256:02") == nil)
    #expect(try reader.configuration("sha256:03") != nil)
  }

  @Test(
    "covers no entry that somebody else dropped",
    arguments: [
      ("DELETE FROM entry WHERE sequence = 3", ChainReport.Fault.missing(3...3)),
      ("DELETE FROM entry WHERE type = 'trimmed'", .missing(1...2)),
      ("UPDATE entry SET payload = json_set(payload, '$.through', 3) WHERE type = 'trimmed'", .changed(3)),
      ("UPDATE entry SET payload = json_set(payload, '$.count', 1) WHERE type = 'trimmed'", .changed(6)),
    ])
  func tampered(sql: String, fault: ChainReport.Fault) throws {
    try append(days: [1, 2, 3, 4, 5])
    try writer.trim(olderThan: day(3), size: 1 << 30, at: day(23))
    try folder.tamper(sql)
    #expect(try reader.verify().fault == fault)
  }
}
