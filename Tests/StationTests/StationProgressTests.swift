import Devices
import Foundation
import Gating
import Scanning
import Settings
import Synchronization
import Testing

@testable import Station

/// What the station tells of its scanners, and what it remembers of them.
@Suite struct StationProgressTests {
  /// Notes what is told of scanners, as lines and as JSON.
  private final class Told: Output {
    let changes = Mutex<[ScannerChange]>([])

    func tell(_ event: StationEvent) {
      if case .scanner(let change) = event { changes.withLock { $0.append(change) } }
    }
  }

  private static let plan = LanePlan(of: ScannerMatch(.port, "p1"), ScannerMatch(.port, "p2"))

  private func told(_ events: [DeviceEvent], reading source: ScanSource) -> [ScannerChange] {
    let told = Told()
    let lanes = LaneTable(hold: .starting) { name, _ in
      let rules = LaneRules(station: "s", lane: name, extraction: Extraction(), gate: Gate(), configuration: "c")
      return Lane(rules: rules, outputs: [], executor: globalConcurrentExecutor) { _ in
        Answer(verdict: .noVerdict(.timeout, detail: "", under: Gate()))
      }
    }
    var progress = StationProgress(
      Self.plan, reading: source, isRecorded: false, lights: LightRack(), outputs: [told], lanes: lanes)
    for event in events { progress.take(.device(event)) }
    source.memory?.flush()
    return told.changes.withLock { $0 }
  }

  @Test("what one start has seen the next one knows")
  func remembers() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scangate-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let environment = ["STATE_DIRECTORY": folder.path]

    let before = told(
      [.attached(lane: "1", .plain("p1")), .enumerated],
      reading: .scanners(memory: SightingsFile(environment: environment), input: nil))
    #expect(before.map(\.cause) == [""])
    let after = told(
      [.attached(lane: "1", .other("p1")), .enumerated],
      reading: .scanners(memory: SightingsFile(environment: environment), input: nil))
    #expect(after.map(\.cause).first?.contains("another model than before (Voyager)") == true)
  }

  @Test("a station that reads no scanner tells of none, and remembers none")
  func demonstration() {
    let lost = DeviceEvent.monitorLost(DeviceError(.watch, "/sys", code: 1))
    #expect(told([.unclaimed(.plain("p1")), .enumerated, lost], reading: .lines(LineInput())).isEmpty)
  }

  @Test("a scanner without a lane is a line and an object without one")
  func withoutLane() throws {
    let change = try #require(
      told([.unclaimed(.plain("p3")), .enumerated], reading: .scanners(memory: nil, input: nil)).first)
    #expect(
      change.json.closed.hasSuffix(
        """
        "lane":null,"state":"unclaimed","scanner":"Voyager on p3",\
        "cause":"new here, not set up; lead: scangate identify"}
        """))
    #expect(change.line.hasSuffix("  scanner unclaimed: Voyager on p3: new here, not set up; lead: scangate identify"))
    #expect(change.line.count(where: { $0 == " " }) == change.line.split(separator: " ").count, "no empty column")
  }

  /// Notes what is told of the station, and what its lane shows.
  private final class States: Output {
    let lines = Mutex<[String]>([])
    let views = Mutex<[String]>([])
    let lane = Mutex<Lane?>(nil)

    func tell(_ event: StationEvent) {
      switch event {
      case .station(let change): lines.withLock { $0.append("\(change.state) \(change.cause)") }
      case .view(_, let view): views.withLock { $0.append(view.word) }
      default: break
      }
    }
  }

  /// What the station tells of itself, a line each, and what its lane shows.
  private func states(after signals: [Station.Signal]) async -> (told: [String], lane: String) {
    let states = States()
    let lanes = LaneTable(hold: .starting) { name, hold in
      let rules = LaneRules(station: "s", lane: name, extraction: Extraction(), gate: Gate(), configuration: "c")
      let lane = Lane(rules: rules, outputs: [states], hold: hold, executor: globalConcurrentExecutor) { _ in
        Answer(verdict: .noVerdict(.timeout, detail: "", under: Gate()))
      }
      states.lane.withLock { $0 = lane }
      return lane
    }
    lanes.open("1")
    var progress = StationProgress(
      Self.plan, reading: .lines(LineInput()), isRecorded: true, lights: LightRack(), outputs: [states], lanes: lanes)
    for signal in signals { progress.take(signal) }
    lanes.receive(.finish, on: "1")
    await states.lane.withLock { $0.take() }?.run()
    return (states.lines.withLock(\.self), states.views.withLock(\.self).dropLast().last ?? "")
  }

  @Test("a journal that is required and does not work is HOLD, and what else is to be said of it stands beside ready")
  func journal() async {
    let trouble = JournalState(trouble: LaneBench.fullDisk, complaint: "no room: make some", isRequired: true)
    var notRequired = trouble
    notRequired.isRequired = false
    let states = await states(after: [
      .device(.enumerated), .api(.up(standIn: false)), .journal(trouble), .journal(notRequired),
      .journal(JournalState(isRequired: true, fullness: 91)), .journal(JournalState(isRequired: true)),
    ])
    #expect(
      states.told == [
        "hold [not_recorded] no room: make some",
        "ready verdicts are shown and not recorded: no room: make some",
        "ready the journal's file system is 91% full: make room, or lower journal.keep", "ready ",
      ])
  }

  @Test(
    "is ready once the scanners are known, TofuPilot is, and the journal is open, in whatever order; so is its lane",
    arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func ready(order: [Int]) async {
    let signals: [Station.Signal] = [
      .device(.enumerated), .api(.up(standIn: false)), .journal(JournalState(isRequired: true)),
    ]
    for count in 0..<3 {
      let states = await states(after: order.prefix(count).map { signals[$0] })
      #expect(states.told == [])
      #expect(states.lane == (order.prefix(count).contains(1) && order.prefix(count).contains(2) ? "READY" : "HOLD"))
    }
    let states = await states(after: order.map { signals[$0] })
    #expect(states.told == ["ready "] && states.lane == "READY")
  }
}
