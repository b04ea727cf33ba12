import Devices
import Foundation
import Gating
import Journal
import Scanning
import Settings
import Testing

@testable import Station

@Suite("The recorder")
struct RecorderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static func pass(_ number: String) throws -> VerdictRecord {
    try .pass(number, at: "2026-11-23T13:58:00Z")
  }

  @Test("answers once an entry is in the journal, in the order of the orders")
  func order() async throws {
    let bench = try RecorderBench(in: folder)
    try await bench.run { bench in
      let outcomes = AsyncStream.makeStream(of: RecordingOutcome.self)
      for number in 1...100 {
        bench.recorder.record(try Self.pass("A\(number)"), closing: nil) { outcomes.continuation.yield($0) }
      }
      var answered: [RecordingOutcome] = []
      for await outcome in outcomes.stream.prefix(100) {
        if answered.isEmpty { #expect(try bench.summary().contains("A1")) }
        answered.append(outcome)
      }
      // The first entry is the start.
      #expect(answered == (2...101).map { .committed($0) })
    }
    #expect(try bench.summary() == ["start"] + (1...100).map { "A\($0)" } + ["stop"])
    #expect(try JournalReader(at: bench.path).verify().fault == nil)
    #expect(bench.recorder.unwritten == 0)
  }

  @Test("a verdict is recorded with its circumstances, and so is the station's start, with the text behind its hash")
  func circumstances() async throws {
    let bench = try RecorderBench(in: folder, "station: {name: FINAL-3}")
    try await bench.run { bench in
      var device = LaneEquipmentTests.scanner
      device.serial = "S1"
      bench.recorder.tell(
        .scanner(
          ScannerChange(
            at: ScreenScene.time(""), lane: "1", state: .attached, scanner: "Voyager on p1", device: device)))
      _ = await bench.record(try Self.pass("A1"))
    }
    let payloads = try bench.payloads()
    let start = try #require(payloads.first)
    #expect(start.value(of: "version") == "0.1.0")
    #expect(start.value(of: "key_source") == "a test")
    #expect(start.value(of: "config") == bench.loaded.hash)
    #expect(try JournalReader(at: bench.path).configuration(bench.loaded.hash) == bench.loaded.effectiveText)
    #expect(payloads.last?.value(of: "cause") == "the test's end")
    let verdict = payloads[1]
    for fact in [
      #""schema":1"#, #""version":"0.1.0""#, #""shown":true"#, #""late":false"#, #""allowed_outcomes":["PASS"]"#,
      #""scanner":{"model":"Voyager","serial":"S1","port":"p1"}"#, #""indicator":null"#, #""status":null"#,
      #""symbology":null"#,
    ] {
      #expect(verdict.contains(fact), "\(verdict)")
    }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(verdict.utf8)) as? [String: Any])
    #expect(object["clock_synchronised"] is Bool)
    #expect(verdict.hasPrefix(String(try Self.pass("A1").json.closed.dropLast())), "what machines are told comes first")
  }

  @Test(
    "a question that the station's end cut off becomes a NO VERDICT at the next start; one that was answered does not")
  func cutOff() async throws {
    let (first, second) = (try RecorderBench(in: folder), try RecorderBench(in: folder))
    let (open, answered) = (try Ticket(1, "A1"), try Ticket(2, "A2"))
    try await first.run { bench in
      for ticket in [open, answered] {
        let record = VerdictRecord.noVerdict(ticket.scan.text, .interrupted, "", at: "2026-11-23T13:58:00Z")
        bench.recorder.enter(ticket, as: record) { _ in }
      }
      _ = await bench.record(try Self.pass("A2"), closing: answered)
    }
    try await second.run { _ in }
    #expect(try second.summary() == ["start", "A2", "stop", "A1", "start", "stop"])
    let cutOff = try second.payloads()[3]
    #expect(cutOff.contains(#""code":"interrupted""#) && cutOff.contains(#""late":true"#), "\(cutOff)")
  }

  @Test("tells when a number passed before, and says nothing of one that never did")
  func passedBefore() async throws {
    let bench = try RecorderBench(in: folder)
    try await bench.run { bench in
      _ = await bench.record(try Self.pass("A1"))
      _ = await bench.record(try .fail("A2", at: "2026-11-23T13:58:00Z"))
      let (passes, pass) = AsyncStream.makeStream(of: String.self)
      for (index, number) in ["A2", "a1"].enumerated() {
        let record = VerdictRecord.noVerdict(number, .interrupted, "", at: "2026-11-23T14:00:00Z")
        bench.recorder.enter(try Ticket(index, number), as: record) { pass.yield("\(number) \($0.iso8601)") }
      }
      #expect(await passes.first { _ in true } == "a1 2026-11-23T13:58:00.000Z")
    }
  }

  @Test("another configuration is kept, with what is other in it")
  func reload() async throws {
    let bench = try RecorderBench(in: folder)
    let other = try RecorderBench(in: folder, "gate: {duplicate_window: 2s}")
    try await bench.run { $0.recorder.adopt(other.loaded, changes: ["gate.duplicate_window"]) }
    let entry = try #require(try bench.payloads().first { $0.value(of: "type") == "reload" })
    #expect(entry.value(of: "config") == other.loaded.hash)
    #expect(entry.contains(#""changes":["gate.duplicate_window"]"#))
    #expect(try JournalReader(at: bench.path).configuration(other.loaded.hash) == other.loaded.effectiveText)
  }
}
