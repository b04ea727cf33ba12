import Devices
import Scanning
import Synchronization

/// The lanes that run, by name; a lane that no configuration names comes to be with its first scanner.
final class LaneTable: Sendable {
  private struct State {
    var lanes: [String: Lane] = [:]
    var hold: HoldCause?
    var isClosed = false
  }

  private let state: Mutex<State>
  private let make: @Sendable (String, HoldCause?) -> Lane

  /// - Parameters:
  ///   - hold: why no lane can give a verdict yet.
  ///   - make: makes a lane and has it run.
  init(hold: HoldCause, make: @escaping @Sendable (String, HoldCause?) -> Lane) {
    state = Mutex(State(hold: hold))
    self.make = make
  }

  subscript(name: String) -> Lane {
    state.withLock { state in
      if let lane = state.lanes[name] { return lane }
      let lane = make(name, state.hold)
      state.lanes[name] = lane
      return lane
    }
  }

  var isEmpty: Bool { state.withLock(\.lanes.isEmpty) }

  func remove(_ name: String) {
    state.withLock { _ = $0.lanes.removeValue(forKey: name) }
  }

  func hold(_ cause: HoldCause?) {
    state.withLock { state in
      state.hold = cause
      for lane in state.lanes.values { lane.receive(.hold(cause)) }
    }
  }

  /// Stops every lane; from here on devices are not heard any more.
  func stop() {
    state.withLock { state in
      state.isClosed = true
      for lane in state.lanes.values { lane.receive(.stop) }
    }
  }

  /// Hands what a device did to its lane; on the reading thread, so that nothing stands between a scan and its lane.
  func receive(_ event: DeviceEvent) {
    if state.withLock(\.isClosed) { return }
    switch event {
    case .scanner(let lane, let event): self[lane].receive(.scanner(event))
    case .attached(let lane, _): self[lane].receive(.attached)
    case .detached(let lane, let device, let cause): lose(device, lane, cause.text)
    case .trouble(let lane, let device, let error): lose(device, lane, "\(error)")
    case .inputEnded(let lane): self[lane].receive(.finish)
    case .enumerated, .monitorLost: break
    }
  }

  private func lose(_ device: ScannerDevice, _ lane: String, _ cause: String) {
    self[lane].receive(.detached(LostScanner(name: device.title, cause: cause, since: SystemClock.utc)))
  }
}
