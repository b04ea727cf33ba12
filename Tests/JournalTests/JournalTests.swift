import FoundationEssentials
import Gating
import Journal
import Testing

@Suite("The journal")
struct JournalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("entries are numbered from 1 on, and go on after it was closed") func numbers() throws {
    #expect(try Journal(at: folder.journal).append([verdict("A"), verdict("B")]) == [1, 2])
    #expect(try Journal(at: folder.journal).append([verdict("C")]) == [3])
    #expect(try JournalReader(at: folder.journal).entry(3)?.payload == verdict("C"))
  }

  @Test("a scan stays open until its verdict closes it, over an end of the agent") func openScans() throws {
    let scans = ["1", "2"].map { OpenScan(key: $0, payload: #"{"scan":"\#($0)"}"#) }
    let writer = try Journal(at: folder.journal)
    for scan in scans { try writer.enter(scan) }
    #expect(try Journal(at: folder.journal).openScans() == scans)
    try writer.append([verdict("A")], closing: ["1"])
    #expect(try Journal(at: folder.journal).openScans() == [scans[1]])
  }

  @Test("all of an append is written or nothing", arguments: ["no JSON", #"{"type":"verdict"}"#, #"{"at":"2026"}"#])
  func allOrNothing(payload: String) throws {
    let writer = try Journal(at: folder.journal)
    try writer.enter(OpenScan(key: "1", payload: "{}"))
    #expect(throws: JournalError.self) { try writer.append([verdict("A"), payload], closing: ["1"]) }
    #expect(try writer.openScans().count == 1)
    #expect(try writer.append([verdict("B")]) == [1])
    #expect(try JournalReader(at: folder.journal).verify().fault == nil)
  }

  @Test("a configuration is kept once under its hash") func configuration() throws {
    let writer = try Journal(at: folder.journal)
    for _ in 1...2 { try writer.keep(configuration: "gate:\n", hash: "sha256:00") }
    let reader = try JournalReader(at: folder.journal)
    #expect(try reader.configuration("sha256:00") == "gate:\n")
    #expect(try reader.configuration("sha256:01") == nil)
  }

  @Test("a reader sees each entry as soon as it is appended") func readerBeside() throws {
    let writer = try Journal(at: folder.journal)
    let reader = try JournalReader(at: folder.journal)
    for number in 1...20 {
      let sequence = try writer.append([verdict("PCB-\(number)")])
      #expect(try reader.head().sequence == sequence.last)
    }
  }

  @Test("two writers share one chain") func twoWriters() throws {
    let writers = [try Journal(at: folder.journal), try Journal(at: folder.journal)]
    for number in 1...20 { try writers[number % 2].append([verdict("PCB-\(number)")]) }
    let report = try JournalReader(at: folder.journal).verify()
    #expect(report.fault == nil && report.head.sequence == 20)
  }

  @Test("the latest PASS is one that was shown, whatever the case of its letters") func latestPass() throws {
    let writer = try Journal(at: folder.journal)
    try writer.append([
      verdict("pcb-1", at: "2026-11-23T10:00:01.000Z"), verdict("PCB-1", at: "2026-11-23T10:00:02.000Z", "FAIL"),
      verdict("PCB-1", at: "2026-11-23T10:00:03.000Z", shown: false), verdict("PCB-2"),
      verdict("PCB-1", at: "2026-11-23T10:00:05.000Z"),
      #"{"type":"overtaken","at":"2026-11-23T10:00:05.100Z","of":5}"#,
    ])
    let pass = UTCTime(iso8601: "2026-11-23T10:00:01.000Z")
    let reader = try JournalReader(at: folder.journal)
    #expect(try writer.latestPass(of: "PCB-1") == pass)
    #expect(try reader.latestPass(of: "PCB-1", before: 2) == pass)
    #expect(try reader.latestPass(of: "PCB-1", before: 1) == nil)
    #expect(try writer.latestPass(of: "PCB-3") == nil)
  }

  @Test("a file that is removed or replaced while it is written is no place for a verdict", arguments: ["", "-wal"])
  func removed(suffix: String) throws {
    let writer = try Journal(at: folder.journal)
    try writer.append([verdict("A")])
    try FileManager.default.removeItem(atPath: folder.journal + suffix)
    let error = #expect(throws: JournalError.self) { try writer.append([verdict("B")]) }
    #expect(error?.cause == .missing)
  }

  @Test("how full the disk is, is told of a file that is yet to come") func room() throws {
    let room = try #require(DiskRoom(of: folder.journal))
    #expect(room.available > 0)
    #expect((0...1).contains(room.used))
    #expect(DiskRoom(of: folder.path + "/none/journal.db") == nil)
  }
}
