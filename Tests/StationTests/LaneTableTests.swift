import Devices
import Gating
import Scanning
import Synchronization
import Testing

@testable import Station

@Suite("The lanes of a station")
struct LaneTableTests {
  /// Notes the lanes that are made and what they show; they answer nothing.
  private final class Views: Output {
    let words = Mutex<[String]>([])
    let lanes = Mutex<[Lane]>([])

    func tell(_ event: StationEvent) {
      if case .view(_, let view) = event { words.withLock { $0.append(view.word) } }
    }

    var made: Int { lanes.withLock(\.count) }

    func table() -> LaneTable {
      LaneTable(hold: .starting) { name, _ in
        let rules = LaneRules(station: "s", lane: name, extraction: Extraction(), gate: Gate(), configuration: "c")
        let lane = Lane(rules: rules, outputs: [self], executor: globalConcurrentExecutor) { _ in
          Answer(verdict: .noVerdict(.timeout, detail: "", under: Gate()))
        }
        self.lanes.withLock { $0.append(lane) }
        return lane
      }
    }

    /// Runs the lanes, one after the other, to their end.
    func shown() async -> [String] {
      for lane in lanes.withLock({ $0 }) { await lane.run() }
      return words.withLock { $0 }
    }
  }

  private let views = Views()

  private static func scanner(_ number: Int) -> ScannerDevice {
    ScannerDevice(devnode: "/dev/input/event\(number)", syspath: "/sys/\(number)", isMarked: true)
  }

  @Test("several scanners that fit a lane are its trouble until one is left")
  func contested() async {
    let table = views.table()
    table.receive(.attached(lane: "1", Self.scanner(1)))
    table.receive(.contested(lane: "1", [Self.scanner(1), Self.scanner(2)]))
    table.receive(.unclaimed(Self.scanner(3)))
    table.receive(.attached(lane: "1", Self.scanner(2)))
    table.stop()
    #expect(await views.shown() == ["READY", "READY", "SCANNER LOST", "READY", "STOPPING"])
  }

  @Test("a light that a lane must have bars it from the start, or as soon as it comes to be", arguments: ["1", nil])
  func barred(light: String?) async {
    let table = views.table()
    table.bar(.indicatorLost, .lightNotOpened, of: light)
    table.open("1")
    table.bar(.indicatorLost, nil, of: light)
    table.bar(.indicatorLost, .lightNotOpened, of: "2")
    table.stop()
    #expect(await views.shown() == ["READY", "HOLD", "READY", "STOPPING"])
  }

  @Test("a light of whichever lane that works lifts no bar of a lane's own light")
  func ownLight() async {
    let table = views.table()
    table.bar(.indicatorLost, .lightNotOpened, of: "1")
    table.open("1")
    table.bar(.indicatorLost, nil, of: nil)
    table.stop()
    #expect(await views.shown() == ["READY", "HOLD", "HOLD", "STOPPING"])
  }

  @Test("a lane that nothing is for any more ends by itself; one of its name that comes later is another")
  func ended() async {
    let table = views.table()
    table.open("1")
    table.close { $0 == "1" }
    table.receive(.detached(lane: "1", Self.scanner(1), .reassigned))
    #expect(views.made == 1, "a scanner that no lane misses makes none")
    #expect(await views.shown() == ["READY", "STOPPING"])
    table.receive(.attached(lane: "1", Self.scanner(1)))
    #expect(views.made == 2)
    table.remove("1")
    #expect(!table.isEmpty, "it was the former that ended")
    table.remove("1")
    #expect(table.isEmpty)
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
    let table = views.table()
    table.stop()
    table.receive(.attached(lane: "1", Self.scanner(1)))
    #expect(table.isEmpty)
    #expect(views.made == 0)
  }
}
