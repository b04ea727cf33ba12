import Gating
import Journal
import Scanning
import Synchronization
import Testing

@testable import Station

@Suite("A lane and its recorder")
struct RecordedStreamTests {
  /// Looks into the journal, by a connection of its own, at the moment a verdict is shown.
  private final class Auditor: Output {
    let path: String
    let missing = Mutex<[String]>([])
    let (shown, show) = AsyncStream.makeStream(of: String.self)

    init(_ path: String) {
      self.path = path
    }

    func tell(_ event: StationEvent) {
      guard case .view(_, .verdict(let record)) = event else { return }
      let number = record.serialNumber?.text ?? ""
      if !isRecorded(record, number) { missing.withLock { $0.append(number) } }
      show.yield(number)
    }

    private func isRecorded(_ record: VerdictRecord, _ number: String) -> Bool {
      do {
        let reader = try JournalReader(at: path)
        let head = try reader.head().sequence
        return try reader.entries(max(1, head - 5)...max(1, head)).contains {
          $0.payload.value(of: "serial_number") == number && $0.payload.value(of: "verdict") == record.verdict.code
        }
      } catch {
        return false
      }
    }
  }

  @Test("nothing is shown before its entry is in the journal")
  func auditedInTime() async throws {
    let folder = try TemporaryFolder()
    let bench = try RecorderBench(in: folder)
    try bench.start()
    let auditor = Auditor(bench.path)
    let gate = Gate(twoLabels: .zero)
    let rules = LaneRules(station: "s", lane: "1", extraction: Extraction(), gate: gate, configuration: "c")
    let lane = Lane(
      rules: rules, outputs: [auditor], executor: globalConcurrentExecutor, recorder: bench.recorder
    ) { ticket in
      let outcome: Outcome = ticket.id.number.isMultiple(of: 2) ? .pass : .fail
      let reply = Reply.unit(Unit(serialNumber: ticket.serialNumber.text), run: Run(outcome: outcome))
      switch Policy(gate: gate).judge(reply, asked: gate.policy, for: ticket.serialNumber, now: SystemClock.utc) {
      case .verdict(let verdict): return Answer(verdict: verdict, attempts: 1)
      case .ask: return Answer(verdict: .noVerdict(.badReply, detail: "", under: gate))
      }
    }
    async let end: Void = lane.run()
    let numbers = (1...100).map { "A\($0)" }
    var shown = auditor.shown.makeAsyncIterator()
    for number in numbers {
      let now = SystemClock.monotonic
      lane.receive(.scanner(.scan(Scan(text: number, began: now, ended: now))))
      #expect(await shown.next() == number)
    }
    lane.receive(.stop)
    await end
    bench.recorder.end("the test's end")
    #expect(auditor.missing.withLock(\.self) == [])
    let recorded = try bench.summary()
    #expect(recorded == ["start"] + numbers + ["stop"])
  }
}
