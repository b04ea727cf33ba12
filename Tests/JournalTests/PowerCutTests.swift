import Dispatch
import FoundationEssentials
import GRDB
import Glibc
import Journal
import Testing

@Suite("A power cut")
struct PowerCutTests {
  private let folder: TemporaryFolder
  /// Where the files are put as the disk has them afterwards.
  private let afterwards: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    afterwards = try TemporaryFolder()
  }

  /// The chain as the agent finds it when it comes back.
  private func report(file: [UInt8], log: some Collection<UInt8>) throws -> ChainReport {
    try afterwards.write(file, to: afterwards.journal)
    try afterwards.write(Array(log), to: afterwards.journal + "-wal")
    try? FileManager.default.removeItem(atPath: afterwards.journal + "-shm")
    let writer = try Journal(at: afterwards.journal)
    #expect(writer.setAside == nil)
    try writer.append([verdict("AFTER")])
    return try JournalReader(at: afterwards.journal).verify()
  }

  @Test("within a commit, wherever its log breaks off, leaves every entry that was appended before", arguments: 1...4)
  func withinACommit(appended: Int64) throws {
    let writer = try Journal(at: folder.journal)
    for number in 1...appended { try writer.append([verdict("PCB-\(number)")]) }
    let file = folder.bytes(of: folder.journal)
    let before = folder.bytes(of: folder.journal + "-wal")
    try writer.append([verdict("LATEST")])
    let after = folder.bytes(of: folder.journal + "-wal")
    #expect(after.count > before.count)
    for length in stride(from: before.count, to: after.count, by: 1999) {
      let torn = after[..<length]
      let unwritten = Array(repeating: 0, count: after.count - length) as [UInt8]
      for log in [Array(torn), torn + unwritten] {
        let report = try report(file: file, log: log)
        #expect(report.fault == nil)
        #expect(report.head.sequence == appended + 1, "\(length) of \(after.count) bytes")
      }
    }
    #expect(try report(file: file, log: after).head.sequence == appended + 2)
  }

  @Test("while the log is moved into the file leaves every entry", arguments: [0, 1, 2, 4, 8, 16, 99])
  func withinACheckpoint(pages: Int) throws {
    let writer = try Journal(at: folder.journal)
    for number in 1...20 { try writer.append([verdict("PCB-\(number)")]) }
    let log = folder.bytes(of: folder.journal + "-wal")
    let before = folder.bytes(of: folder.journal)
    try DatabaseQueue(path: folder.journal).writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
    let after = folder.bytes(of: folder.journal)
    #expect(after != before)
    let half = min(pages * 4096, after.count)
    let report = try report(file: Array(after[..<half]) + before.dropFirst(half), log: log)
    #expect(report.fault == nil)
    #expect(report.head.sequence == 21)
  }

  @Test("and a SIGKILL leave every entry that was appended", arguments: [1, 7, 19, 40, 80])
  func killed(milliseconds: Int) async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String, milliseconds] in
      let writer = try Journal(at: path + "/journal.db")
      let appended = open(path + "/appended", O_CREAT | O_WRONLY, 0o600)
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { kill(getpid(), SIGKILL) }
      for number in 1... {
        try writer.append([verdict("PCB-\(number)")])
        _ = write(appended, ".", 1)
      }
    }
    let appended = folder.bytes(of: folder.path + "/appended").count
    let writer = try Journal(at: folder.journal)
    #expect(writer.setAside == nil)
    let report = try JournalReader(at: folder.journal).verify()
    #expect(report.fault == nil)
    #expect(report.head.sequence == Int64(appended) || report.head.sequence == Int64(appended) + 1)
  }
}
