import Devices
import Gating
import Scanning
import Synchronization

/// The lanes that run, by name; a lane that no configuration names comes to be with its first scanner.
final class LaneTable: Sendable {
  private struct State {
    var lanes: [String: Lane] = [:]
    var hold: HoldCause?
    /// Why lanes give no PASS, by what they miss; nil is whichever lane there is.
    var bars: [ReasonCode: [String?: HoldCause]] = [:]
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

  var isEmpty: Bool { state.withLock(\.lanes.isEmpty) }
  var names: [String] { state.withLock { $0.lanes.keys.sorted() } }

  /// Has the lane run before anything is scanned on it.
  func open(_ name: String) {
    state.withLock { _ = lane(name, &$0) }
  }

  func remove(_ name: String) {
    state.withLock { _ = $0.lanes.removeValue(forKey: name) }
  }

  func hold(_ cause: HoldCause?) {
    state.withLock { state in
      state.hold = cause
      for lane in state.lanes.values { lane.receive(.hold(cause)) }
    }
  }

  /// Bars a lane, nil: every lane, from every PASS, also one that is still to come; without a cause lifts that.
  func bar(_ code: ReasonCode, _ cause: HoldCause?, of name: String? = nil) {
    state.withLock { state in
      state.bars[code, default: [:]][name] = cause
      for (other, lane) in state.lanes where name == nil || name == other {
        lane.receive(.bar(code, cause))
      }
    }
  }

  /// Stops every lane; from here on nothing is heard any more.
  func stop() {
    state.withLock { state in
      state.isClosed = true
      for lane in state.lanes.values { lane.receive(.stop) }
    }
  }

  /// Hands over what happened to a lane.
  func receive(_ input: LaneInput, on name: String) {
    state.withLock { lane(name, &$0)?.receive(input) }
  }

  /// Hands the watchdog's token to every lane.
  func pass(_ token: WatchdogToken) {
    state.withLock { state in
      token.fork(state.lanes.count)
      for lane in state.lanes.values { lane.receive(.token(token)) }
    }
  }

  /// Hands what a device did to its lane; on the reading thread, so that nothing stands between a scan and its lane.
  func receive(_ event: DeviceEvent) {
    switch event {
    case .scanner(let lane, let event): receive(.scanner(event), on: lane)
    case .inputEnded(let lane): receive(.finish, on: lane)
    case .attached(let lane, _): receive(.attached, on: lane)
    case .detached(let name, let device, let cause): lose(device.shortTitle, of: name, .gone(cause))
    case .trouble(let name, let device, let error): lose(device.shortTitle, of: name, .unusable(error))
    case .contested(let name, let devices): lose("scanners", of: name, .contested(devices))
    case .unclaimed, .unclaimedGone, .enumerated, .monitorLost: break
    }
  }

  /// Waits until the lane that a scanner has left has told what it heard before: the verdict of a scan that was cut off
  /// comes first.
  func settle(after event: DeviceEvent) async {
    switch event {
    case .detached(let name, _, _), .trouble(let name, _, _), .contested(let name, _):
      await state.withLock { $0.lanes[name] }?.settle()
    default: break
    }
  }

  private func lose(_ scanner: String, of name: String, _ cause: LostScanner.Cause) {
    receive(.detached(LostScanner(name: scanner, cause: cause, since: SystemClock.utc)), on: name)
  }

  private func lane(_ name: String, _ state: inout State) -> Lane? {
    if let lane = state.lanes[name] { return lane }
    if state.isClosed { return nil }
    let lane = make(name, state.hold)
    state.lanes[name] = lane
    for (code, causes) in state.bars {
      if let cause = causes[name] ?? causes[nil] { lane.receive(.bar(code, cause)) }
    }
    return lane
  }
}
