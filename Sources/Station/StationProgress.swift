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
  private var wasWithoutLanes = false

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
      guard state != api else { return }
      api = state
      lanes.hold(state.cause)
      tellState()
    case .stop:
      guard !isStopping else { return }
      isStopping = true
      tell(.stopping)
      lanes.stop()
    }
  }

  private mutating func take(_ event: DeviceEvent) {
    switch event {
    case .scanner, .inputEnded, .contested, .unclaimed, .unclaimedGone: break
    case .attached(let lane, let device):
      tell(.attached, lane, device)
      if wasWithoutLanes { tellState() }
    case .detached(let lane, let device, let cause): tell(.detached, lane, device, cause.text)
    case .trouble(let lane, let device, let error), .refused(let lane, let device, let error):
      tell(.detached, lane, device, "\(error)")
    case .enumerated:
      guard !hasEnumerated else { return }
      hasEnumerated = true
      tellState()
    case .monitorLost(let error):
      // Without udev no scanner can come; what else there is to read can be read.
      tell(ScannerChange(at: SystemClock.utc, lane: "", state: .detached, scanner: "udev", cause: "\(error)"))
      hasEnumerated = true
      tellState()
    }
  }

  /// Nothing to read is trouble too, though no lane's part of the screen can say so.
  private mutating func tellState() {
    guard let api, hasEnumerated, !isStopping else { return }
    wasWithoutLanes = lanes.isEmpty
    if let cause = api.cause {
      tell(.hold, "[\(cause.code.rawValue)] \(cause.detail)")
    } else if wasWithoutLanes {
      tell(.hold, "no scanner: plug one in; `scangate run --stdin` reads typed numbers")
    } else {
      tell(.ready)
    }
  }

  private func tell(_ state: StationChange.State, _ cause: String = "") {
    let change = StationChange(at: SystemClock.utc, station: name, state: state, cause: cause, api: api)
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
