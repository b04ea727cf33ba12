import Foundation
import Gating
import Journal
import Scanning
import Testing

@testable import Station

@Suite("The recorder in trouble")
struct RecorderTroubleTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static func pass(_ number: String) throws -> VerdictRecord {
    try .pass(number, at: "2026-11-23T13:58:00Z")
  }

  /// A full disk has taken so many entries.
  private struct Taken: Error {
    let entries: Int
  }

  @Test(
    "a full disk is told, what is told meanwhile is kept, and with room again all of it is written",
    .enabled(if: TinyDisk.isPossible))
  func fullDisk() async throws {
    let disk = try TinyDisk()
    let bench = try RecorderBench(in: folder, journal: disk.folder.path + "/journal.db")
    try await bench.run { bench in
      let first = await bench.record(try Self.pass("A1"))
      #expect(first == .committed(2))
      try disk.fill()
      // What the file has of its own takes some more.
      var outcome = RecordingOutcome.committed(0)
      var (number, recorded) = (1, ["A1"])
      while case .committed = outcome, number < 1000 {
        number += 1
        outcome = await bench.record(try Self.pass("A\(number)"))
        if case .committed = outcome { recorded.append("A\(number)") }
      }
      guard case .failed(let cause) = outcome else { throw Taken(entries: number) }
      #expect(cause.code == .notRecorded && cause.detail == "the journal's disk is full")
      #expect(await bench.state { $0.trouble != nil }?.hold == cause)
      bench.recorder.keep(try Self.pass("LATE"), closing: nil)
      let refused = await bench.record(try Self.pass("NEVER"))
      #expect(refused == .failed(cause), "it fails at once")
      disk.free()
      _ = await bench.state { $0.trouble == nil }
      _ = await bench.record(try Self.pass("AFTER"))
      #expect(try bench.summary().dropFirst() == recorded + ["gap", "LATE", "AFTER"])
      let late = try #require(try bench.payloads().first { $0.value(of: "serial_number") == "LATE" })
      #expect(late.contains(#""late":true"#))
    }
    #expect(try JournalReader(at: bench.path).verify().fault == nil)
    #expect(bench.recorder.unwritten == 0)
  }

  @Test("a disk that is nearly full is a warning, and no hold", .enabled(if: TinyDisk.isPossible))
  func warning() async throws {
    let disk = try TinyDisk()
    try disk.fill(to: 0.91)
    let bench = try RecorderBench(in: folder, journal: disk.folder.path + "/journal.db")
    try await bench.run { bench in
      let state = await bench.state { $0.fullness != nil }
      #expect(state?.hold == nil)
      #expect(state?.words.first?.hasPrefix("DISK 9") == true)
      #expect(state?.note.contains("make room") == true)
    }
  }

  @Test("a damaged file is put aside and told; what comes is recorded in a new one")
  func damaged() async throws {
    let bench = try RecorderBench(in: folder)
    try Data(repeating: 0x55, count: 8192).write(to: URL(filePath: bench.path))
    try await bench.run { bench in
      let state = await bench.state { _ in true }
      #expect(state?.trouble == nil)
      #expect(state?.note.contains("it is kept as \(bench.path).damaged-") == true, "\(state?.note ?? "")")
      let recorded = await bench.record(try Self.pass("A1"))
      #expect(recorded == .committed(3))
    }
    #expect(try bench.summary() == ["set_aside", "start", "A1", "stop"])
  }

  @Test("a folder that is missing is told with what to do, and once it is there the station's start is written too")
  func folderMissing() async throws {
    let bench = try RecorderBench(in: folder, journal: folder.path + "/later/journal.db")
    try await bench.run { bench in
      let state = try #require(await bench.state { _ in true })
      #expect(state.hold?.detail == "the journal's folder does not exist")
      #expect(state.complaint.contains("sudo install -d"))
      bench.recorder.keep(try Self.pass("A1"), closing: nil)
      try FileManager.default.createDirectory(atPath: folder.path + "/later", withIntermediateDirectories: false)
      _ = await bench.state { $0.trouble == nil }
    }
    #expect(try bench.summary() == ["gap", "start", "A1", "stop"])
  }

  @Test("an opening that takes long is told, and is over when it has come to its end")
  func slowOpening() async throws {
    let bench = try RecorderBench(in: folder)
    let file = try HeldFile(at: bench.path)
    try await bench.run { bench in
      let state = await bench.state { $0.hold?.detail == "the journal is not open yet" }
      #expect(state?.complaint.contains("is being opened") == true)
      file.release()
      _ = await bench.state { $0.trouble == nil }
    }
    #expect(try bench.summary().suffix(2) == ["start", "stop"])
  }

  @Test("what no disk ever took is counted at the end")
  func neverWritten() async throws {
    let bench = try RecorderBench(in: folder, journal: folder.path + "/never/journal.db")
    try await bench.run { $0.recorder.keep(try Self.pass("A1"), closing: nil) }
    // The start and the stop are entries too.
    #expect(bench.recorder.unwritten == 3)
  }

  @Test("a journal that is not required keeps nobody from a verdict, and the header says so")
  func notRequired() async throws {
    let state = JournalState(
      trouble: LaneBench.fullDisk, complaint: "journal: no room on the disk", isRequired: false)
    #expect(state.hold == nil)
    #expect(state.words == ["NOT RECORDED"])
    #expect(state.note == "verdicts are shown and not recorded: journal: no room on the disk")
  }
}
