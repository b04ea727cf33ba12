import CUMockdev
import Floor
import Glibc

/// The bare agent and scangate, each behind a scanner of its own: from the kernel's time of the last key on.
struct ScannerComparison {
  let port: Int32
  /// This program: it is the bare agent too.
  let own: String
  let scangate: String
  let configuration: String
  let environment: [String]

  func run(rounds: Int) throws {
    guard let bed = MockedScanner.testBed() else {
      return print("\nno scanners: run it by umockdev-wrapper")
    }
    // Unmarked, it is none of scangate's.
    let theirs = try MockedScanner(event: 1, on: bed, isMarked: false)
    let ours = try (2...5).map { try MockedScanner(event: $0, on: bed, isMarked: true) }
    let mocked = try environment + ["LD_PRELOAD", "UMOCKDEV_DIR"].map(inherited)
    let bare = try Child([own, "floor", "\(port)", theirs.devnode], environment: mocked)
    let agent = try Child(
      [scangate, "run", "--format", "json", "--config", configuration], environment: mocked)
    _ = try bare.line { $0 == "ready" }
    var attached = 0
    _ = try agent.line { line in
      if line.contains(#""state":"attached""#) { attached += 1 }
      return attached == ours.count && line.contains(#""state":"ready""#)
    }
    usleep(300_000)  // Keys within 200 ms of the grab spoil a scan.

    try compare(rounds, bare, theirs, agent, ours[0])
    try watchAtRest(agent, scanners: ours.count)
    agent.terminate()
    bare.terminate()
  }

  private func compare(
    _ rounds: Int, _ bare: Child, _ theirs: MockedScanner, _ agent: Child, _ ours: MockedScanner
  ) throws {
    var (bareTimes, ourTimes) = (Times(), Times())
    for round in 0...rounds {
      for (child, scanner, isOurs) in [(bare, theirs, false), (agent, ours, true)] {
        for scan in 0..<Benchmark.scansInARound {
          let serial = String((round + 1) * 100_000 + scan)
          let pressed = try scanner.scan(serial)
          _ = try child.line { $0.contains(serial) }
          let told = MockedScanner.now
          try scanner.rest()
          // The first round warms both.
          guard round > 0 else { continue }
          if isOurs { ourTimes.add(pressed, told) } else { bareTimes.add(pressed, told) }
        }
      }
    }
    print(
      "\nlast key → request with the server → verdict told, \(rounds) rounds of \(Benchmark.scansInARound) in turn, µs")
    print("               p50      p99  verdict p50      p99  request's share of the whole")
    bareTimes.show("bare C  ")
    ourTimes.show("scangate")
    print(
      "ratio   "
        + [0.5, 0.99].map { cell(ourTimes.request.percentile($0) / bareTimes.request.percentile($0), 2) }.joined()
        + "    "
        + [0.5, 0.99].map { cell(ourTimes.verdict.percentile($0) / bareTimes.verdict.percentile($0), 2) }.joined())
  }

  private func watchAtRest(_ agent: Child, scanners: Int) throws {
    let seconds: UInt32 = 20
    let (ticks, wakes) = (agent.ticks, agent.wakes)
    sleep(seconds)
    let woken = agent.wakes.reduce(0) { $0 + $1.value - wakes[$1.key, default: 0] }
    print(
      "\nat rest with \(scanners) scanners, \(seconds) s: \(agent.ticks - ticks) CPU ticks, \(woken) wake-ups")
  }

  private func inherited(_ name: String) throws -> String {
    guard let value = getenv(name) else { throw Trouble("no \(name)") }
    return "\(name)=\(String(cString: value))"
  }

  private struct Times {
    var request = Distribution()
    var verdict = Distribution()

    mutating func add(_ pressed: Int, _ told: Int) {
      request.add(.nanoseconds(floor_request_at() - pressed))
      verdict.add(.nanoseconds(told - pressed))
    }

    func show(_ name: String) {
      print(
        name + cell(request.percentile(0.5)) + cell(request.percentile(0.99)) + "    " + cell(verdict.percentile(0.5))
          + cell(verdict.percentile(0.99)) + "     " + cell(100 * request.median / verdict.median, width: 1) + " %")
    }
  }
}
