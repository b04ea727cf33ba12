import Devices
import Gating
import Scanning
import Synchronization
import Testing

@testable import Station

@Suite("The lanes of a station")
struct LaneTableTests {
  /// Notes what its lanes show, and answers nothing.
  private final class Views: Output {
    let words = Mutex<[String]>([])

    func tell(_ event: StationEvent) {
      if case .view(_, let view) = event { words.withLock { $0.append(view.word) } }
    }
  }

  private static func scanner(_ number: Int) -> ScannerDevice {
    ScannerDevice(devnode: "/dev/input/event\(number)", syspath: "/sys/\(number)", isMarked: true)
  }

  @Test("several scanners that fit a lane are its trouble until one is left")
  func contested() async {
    let views = Views()
    let lanes = Mutex<[Lane]>([])
    let table = LaneTable(hold: .starting) { name, hold in
      let rules = LaneRules(
        station: "s", lane: name, extraction: Extraction(), gate: Gate(), configuration: "c")
      let lane = Lane(rules: rules, outputs: [views], executor: globalConcurrentExecutor) { _ in
        Answer(verdict: .noVerdict(.timeout, detail: "", under: Gate()))
      }
      lanes.withLock { $0.append(lane) }
      return lane
    }
    table.receive(.attached(lane: "1", Self.scanner(1)))
    table.receive(.contested(lane: "1", [Self.scanner(1), Self.scanner(2)]))
    table.receive(.unclaimed(Self.scanner(3)))
    table.receive(.attached(lane: "1", Self.scanner(2)))
    table.stop()
    for lane in lanes.withLock({ $0 }) { await lane.run() }
    #expect(views.words.withLock { $0 } == ["READY", "READY", "SCANNER LOST", "READY", "STOPPING"])
  }

  @Test("a light that a lane must have bars it from the start, or as soon as it comes to be", arguments: ["1", nil])
  func barred(light: String?) async {
    let views = Views()
    let lanes = Mutex<[Lane]>([])
    let table = LaneTable(hold: .starting) { name, hold in
      let rules = LaneRules(station: "s", lane: name, extraction: Extraction(), gate: Gate(), configuration: "c")
      let lane = Lane(rules: rules, outputs: [views], executor: globalConcurrentExecutor) { _ in
        Answer(verdict: .noVerdict(.timeout, detail: "", under: Gate()))
      }
      lanes.withLock { $0.append(lane) }
      return lane
    }
    table.bar(.indicatorLost, .lightNotOpened, of: light)
    table.open("1")
    table.bar(.indicatorLost, nil, of: light)
    table.bar(.indicatorLost, .lightNotOpened, of: "2")
    table.stop()
    for lane in lanes.withLock({ $0 }) { await lane.run() }
    #expect(views.words.withLock { $0 } == ["READY", "HOLD", "READY", "STOPPING"])
  }

  @Test("a scan that a lost scanner cut off has its verdict before anybody goes on", .timeLimit(.minutes(1)))
  func settles() async {
    let views = Views()
    let (lanes, post) = AsyncStream.makeStream(of: Lane.self)
    let table = LaneTable(hold: .starting) { name, hold in
      let rules = LaneRules(station: "s", lane: name, extraction: Extraction(), gate: Gate(), configuration: "c")
      let lane = Lane(rules: rules, outputs: [views], executor: globalConcurrentExecutor) { _ in
        Answer(verdict: .noVerdict(.timeout, detail: "", under: Gate()))
      }
      post.yield(lane)
      return lane
    }
    let running = Task { for await lane in lanes { await lane.run() } }
    let gone = DeviceEvent.detached(lane: "1", Self.scanner(1), .unplugged)
    let time = EventTime(nanoseconds: 0)
    table.receive(.scanner(.scan(Scan(text: "SN-", began: time, ended: time, fault: .detached))), on: "1")
    table.receive(gone)
    await table.settle(after: gone)
    #expect(views.words.withLock { $0 } == ["READY", "NO VERDICT", "SCANNER LOST"])
    table.stop()
    post.finish()
    await running.value
    // A lane that has ended keeps nobody waiting.
    await table.settle(after: gone)
  }

  @Test("nothing is heard after the stop, and no lane comes to be")
  func closed() {
    let table = LaneTable(hold: .starting) { name, _ in
      Issue.record("lane \(name) was made")
      let rules = LaneRules(station: "s", lane: name, extraction: Extraction(), gate: Gate(), configuration: "c")
      return Lane(rules: rules, outputs: [], executor: globalConcurrentExecutor) { _ in
        Answer(verdict: .noVerdict(.timeout, detail: "", under: Gate()))
      }
    }
    table.stop()
    table.receive(.attached(lane: "1", Self.scanner(1)))
    #expect(table.isEmpty)
  }
}
