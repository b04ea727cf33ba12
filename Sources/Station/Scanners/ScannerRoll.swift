import Devices
import Gating

/// The roll of scanners: what is told of each that comes and goes.
struct ScannerRoll: Sendable {
  /// A device that no lane is for.
  private struct Stranger {
    let device: ScannerDevice
    /// Those that it may be missing on.
    var lanes: [String]
  }

  private(set) var sightings: Sightings
  private var strangers: [Stranger] = []
  /// What came before all that is plugged in had been seen; nil from then on.
  private var early: [DeviceEvent]? = []
  private var isUnwatched = false

  init(_ sightings: Sightings) {
    self.sightings = sightings
  }

  /// Goes by another configuration from now on.
  mutating func follow(_ plan: LanePlan) {
    sightings.follow(plan)
  }

  mutating func take(_ event: DeviceEvent, at now: UTCTime) -> [ScannerChange] {
    switch event {
    case .scanner, .inputEnded: return []
    case .enumerated: return open(at: now) + watch(at: now)
    case .monitorLost(let error):
      isUnwatched = true
      return [ScannerChange(at: now, lane: nil, state: .unwatched, scanner: "udev", cause: "\(error)")]
    default:
      guard early != nil else { return changes(of: event, at: now) }
      early?.append(event)
      return []
    }
  }

  /// Nothing is taken for a lane's missing scanner before that may turn up where it belongs.
  private mutating func open(at now: UTCTime) -> [ScannerChange] {
    guard let events = early else { return [] }
    early = nil
    for event in events { find(event) }
    let changes = events.flatMap { self.changes(of: $0, at: now) }
    sightings.noteTwins()
    return changes
  }

  private mutating func watch(at now: UTCTime) -> [ScannerChange] {
    guard isUnwatched else { return [] }
    isUnwatched = false
    return [ScannerChange(at: now, lane: nil, state: .watched, scanner: "udev")]
  }

  private mutating func find(_ event: DeviceEvent) {
    switch event {
    case .attached(let lane, let device), .trouble(let lane, let device, _):
      sightings.find([device], for: lane)
    case .contested(let lane, let devices): sightings.find(devices, for: lane)
    default: break
    }
  }

  private mutating func changes(of event: DeviceEvent, at now: UTCTime) -> [ScannerChange] {
    find(event)
    switch event {
    case .attached(let lane, let device):
      let remark = sightings.come(device, to: lane)
      let change = ScannerChange(
        at: now, lane: lane, state: .attached, scanner: device.title, cause: remark?.text ?? "",
        isForOperator: remark?.isForOperator ?? false, device: device)
      return [change] + clear(lane, at: now)
    case .detached(let lane, let device, let cause):
      if cause == .unplugged || cause == .reassigned { sightings.leave(lane) }
      return [ScannerChange(at: now, lane: lane, state: .detached, scanner: device.title, cause: cause.text)]
    case .trouble(let lane, let device, let error):
      return [ScannerChange(at: now, lane: lane, state: .detached, scanner: device.title, cause: "\(error)")]
    case .contested(let lane, let devices):
      let cause = "\(devices.count) scanners fit lane \(lane): unplug all but one, or name the lane by port"
      return [ScannerChange(at: now, lane: lane, state: .detached, scanner: devices.titles, cause: cause)]
    case .unclaimed(let device): return meet(device, at: now)
    case .unclaimedGone(let device): return miss(device, at: now)
    case .scanner, .inputEnded, .enumerated, .monitorLost: return []
    }
  }
}

// MARK: - Strangers

extension ScannerRoll {
  private mutating func meet(_ device: ScannerDevice, at now: UTCTime) -> [ScannerChange] {
    let stranger = Stranger(device: device, lanes: sightings.lanesMissing(device))
    strangers.append(stranger)
    return [change(stranger, at: now)]
  }

  private mutating func miss(_ device: ScannerDevice, at now: UTCTime) -> [ScannerChange] {
    strangers.removeAll { $0.device == device }
    return [
      ScannerChange(at: now, lane: nil, state: .detached, scanner: device.title, cause: DetachCause.unplugged.text)
    ]
  }

  /// The lane has its scanner: no stranger is it.
  private mutating func clear(_ lane: String, at now: UTCTime) -> [ScannerChange] {
    strangers.indices.filter { strangers[$0].lanes.contains(lane) }.map { index in
      strangers[index].lanes.removeAll { $0 == lane }
      return change(strangers[index], at: now)
    }
  }

  private func change(_ stranger: Stranger, at now: UTCTime) -> ScannerChange {
    let device = stranger.device
    let remark = ScannerRemark.strayed(
      from: stranger.lanes, to: device.socket ?? device.devnode, isCertain: device.serial != nil, hasLane: false)
    return ScannerChange(
      at: now, lane: nil, state: .unclaimed, scanner: device.title,
      cause: stranger.lanes.isEmpty ? "new here, not set up; lead: scangate identify" : remark.text,
      isForOperator: !stranger.lanes.isEmpty)
  }
}
