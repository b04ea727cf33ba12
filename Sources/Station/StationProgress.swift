import Devices
import Gating

/// How far the station has come: what it tells of itself and of its scanners, and when it is at its end.
struct StationProgress {
  private let name: String
  private let outputs: [any Output]
  private let lanes: LaneTable
  /// It reads nothing but what comes to an end: standard input, a recording.
  private let endsByItself: Bool
  private var hasEnumerated = false
  private var isStopping = false
  private var api: APIState?

  init(name: String, outputs: [any Output], lanes: LaneTable, endsByItself: Bool) {
    self.name = name
    self.outputs = outputs
    self.lanes = lanes
    self.endsByItself = endsByItself
  }

  /// The last lane has ended, and no other can come.
  var isAtEnd: Bool {
    lanes.isEmpty && (isStopping || endsByItself && hasEnumerated)
  }

  mutating func take(_ signal: Station.Signal) {
    switch signal {
    case .lane: break
    case .laneEnded(let name): lanes.remove(name)
    case .device(let event): take(event)
    case .api(let state):
      let wasReady = isReady
      api = state
      lanes.hold(state.cause)
      if hasEnumerated, !wasReady || !isReady { tellState() }
    case .stop:
      guard !isStopping else { return }
      isStopping = true
      tell(.stopping)
      lanes.stop()
    }
  }

  private mutating func take(_ event: DeviceEvent) {
    switch event {
    case .scanner, .inputEnded: break
    case .attached(let lane, let device): tell(.attached, lane, device)
    case .detached(let lane, let device, let cause): tell(.detached, lane, device, cause.text)
    case .trouble(let lane, let device, let error): tell(.trouble, lane, device, "\(error)")
    case .enumerated:
      guard !hasEnumerated else { return }
      hasEnumerated = true
      if api != nil { tellState() }
    case .monitorLost(let error):
      // Without udev no scanner can come; what else there is to read can be read.
      tell(ScannerChange(at: SystemClock.utc, lane: "", state: .trouble, scanner: "udev", cause: "\(error)"))
      hasEnumerated = true
      if api != nil { tellState() }
    }
  }

  private var isReady: Bool { api?.cause == nil && api != nil }

  /// Nothing to read is trouble too, though each lane's own part of the screen cannot say so.
  private func tellState() {
    guard let api, !isStopping else { return }
    switch api {
    case .down(let cause): tell(.hold, "[\(cause.code.rawValue)] \(cause.detail)")
    case .up(let standIn) where lanes.isEmpty:
      tell(.hold, "no scanner: plug one in; `scangate run --stdin` reads typed numbers", standIn: standIn)
    case .up(let standIn): tell(.ready, standIn: standIn)
    }
  }

  private func tell(_ state: StationChange.State, _ cause: String = "", standIn: Bool = false) {
    let change = StationChange(at: SystemClock.utc, station: name, state: state, cause: cause, standIn: standIn)
    for output in outputs { output.tell(.station(change)) }
  }

  private func tell(
    _ state: ScannerChange.State, _ lane: String, _ device: ScannerDevice, _ cause: String = ""
  ) {
    tell(ScannerChange(at: SystemClock.utc, lane: lane, state: state, scanner: device.title, cause: cause))
  }

  private func tell(_ change: ScannerChange) {
    for output in outputs { output.tell(.scanner(change)) }
  }
}
