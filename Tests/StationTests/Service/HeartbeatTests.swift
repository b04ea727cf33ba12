import Dispatch
import Gating
import Glibc
import Scanning
import Synchronization
import Testing

@testable import Station

/// The watchdog's token: it comes through a station that works, and stays where one hangs.
@Suite("The watchdog's token", .timeLimit(.minutes(1)))
struct HeartbeatTests {
  /// Lanes 1 and 2, at work while `body` deals with them.
  private func running(
    outputs: [any Output], executor: any TaskExecutor = globalConcurrentExecutor,
    _ body: (LaneTable) async -> Void
  ) async {
    let lanes = Mutex<[Lane]>([])
    let table = LaneTable(hold: .starting) { name, _ in
      let rules = LaneRules(station: "s", lane: name, extraction: Extraction(), gate: Gate(), configuration: "c")
      let lane = Lane(rules: rules, outputs: outputs, executor: executor) { _ in
        Answer(verdict: .noVerdict(.timeout, detail: "", under: Gate()))
      }
      lanes.withLock { $0.append(lane) }
      return lane
    }
    table.open("1")
    table.open("2")
    await withDiscardingTaskGroup { group in
      for lane in lanes.withLock({ $0 }) { group.addTask { await lane.run() } }
      await body(table)
      table.stop()
    }
  }

  @Test("comes through lanes, gate and outputs though nobody scans")
  func atRest() async {
    let stuck = StuckOutput()
    stuck.worker.resume()
    await running(outputs: [stuck, stuck]) { table in
      let sent = SentToken()
      table.pass(sent.token)
      await sent.comesThrough()
    }
  }

  @Test("stays with an output whose worker hangs, until that goes on")
  func stuckOutput() async {
    let stuck = StuckOutput()
    await running(outputs: [stuck]) { table in
      let sent = SentToken()
      table.pass(sent.token)
      var arrivals = stuck.arrivals.makeAsyncIterator()
      for _ in ["1", "2"] { await arrivals.next() }
      #expect(!sent.hasComeThrough)
      stuck.worker.resume()
      await sent.comesThrough()
    }
  }

  @Test("stays with a lane that hangs, until that goes on")
  func hangingLane() async {
    let hanging = HangingOutput()
    let passed = StuckOutput()
    passed.worker.resume()
    await running(outputs: [hanging, passed]) { table in
      table.receive(.hold(.starting), on: "1")
      var entries = hanging.entries.makeAsyncIterator()
      await entries.next()
      let sent = SentToken()
      table.pass(sent.token)
      // The other lane has sent it on to both outputs.
      var arrivals = passed.arrivals.makeAsyncIterator()
      await arrivals.next()
      #expect(!sent.hasComeThrough)
      hanging.gate.signal()
      await sent.comesThrough()
    }
  }

  @Test("stays where questions are asked, when nothing runs there")
  func stuckGate() async {
    let executor = StuckExecutor()
    await running(outputs: [], executor: executor) { table in
      let sent = SentToken()
      table.pass(sent.token)
      var jobs = executor.jobs.makeAsyncIterator()
      for _ in ["1", "2"] { await jobs.next() }
      #expect(!sent.hasComeThrough)
      executor.queue.resume()
      await sent.comesThrough()
    }
  }

  @Test("is not held up by a lane that has ended")
  func endedLane() async {
    let stuck = StuckOutput()
    stuck.worker.resume()
    await running(outputs: [stuck]) { table in
      table.receive(.stop, on: "1")
      let first = SentToken()
      table.pass(first.token)
      await first.comesThrough()
      let second = SentToken()
      table.pass(second.token)
      await second.comesThrough()
    }
  }

  @Test("is not held up by a reader of standard output that stands still")
  func slowReader() async throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let console = Console(descriptor: ends[1])
    for _ in 0..<2000 { console.write(line: String(repeating: "x", count: 99)) }
    let sent = SentToken()
    LineOutput(console).pass(sent.token)
    await sent.comesThrough()
    close(ends[0])
  }

  @Test("goes by the pump of standard output, where that waits for nobody")
  func pump() async throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let sent = SentToken()
    JSONOutput(Console(descriptor: ends[1])).pass(sent.token)
    await sent.comesThrough()
    for end in ends { close(end) }
  }

  @Test("sets out at once, and again in each half of the interval")
  func cadence() async {
    let (tokens, post) = AsyncStream.makeStream(of: ContinuousClock.Instant.self)
    let heartbeat = Heartbeat(watchdog: .milliseconds(200)) { post.yield(.now) }
    let task = Task { await heartbeat.run { $0.arrive() } }
    var times: [ContinuousClock.Instant] = []
    for await time in tokens {
      times.append(time)
      if times.count == 3 { break }
    }
    task.cancel()
    await task.value
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= .milliseconds(100) })
  }

  @Test("asks the gate for what no gate may release")
  func gateCheck() {
    #expect(GateCheck.holds(Gate()))
  }
}
