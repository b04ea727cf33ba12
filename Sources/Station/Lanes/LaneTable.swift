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
    /// Those that no configuration names any more, and that still wait for an answer.
    var leaving: [Lane] = []
    var isClosed = false

    /// Why a lane gives no PASS: what it misses itself, before what all miss.
    func cause(_ code: ReasonCode, on name: String) -> HoldCause? {
      bars[code]?[name] ?? bars[code]?[nil]
    }
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

  var isEmpty: Bool { state.withLock { $0.lanes.isEmpty && $0.leaving.isEmpty } }
  var names: [String] { state.withLock { $0.lanes.keys.sorted() } }

  /// Has the lane run before anything is scanned on it.
  func open(_ name: String) {
    state.withLock { _ = lane(name, &$0) }
  }

  func remove(_ name: String) {
    state.withLock { state in
      if let index = state.leaving.firstIndex(where: { $0.name == name }) {
        state.leaving.remove(at: index)
      } else {
        state.lanes[name] = nil
      }
    }
  }

  /// Has each lane that the plan knows work by its rules.
  func reload(_ plan: LanePlan) {
    state.withLock { state in
      for (name, lane) in state.lanes where plan.hasLane(name) { lane.receive(.reload(plan.rules(lane: name))) }
    }
  }

  /// Has the lanes end that nothing is for any more, each when it has told what is in flight.
  func close(where isOver: (String) -> Bool) {
    state.withLock { state in
      for (name, lane) in state.lanes where isOver(name) {
        state.lanes[name] = nil
        state.leaving.append(lane)
        lane.receive(.finish)
      }
    }
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
        lane.receive(.bar(code, state.cause(code, on: other)))
      }
    }
  }

  /// Stops every lane; from here on nothing is heard any more.
  func stop() {
    state.withLock { state in
      state.isClosed = true
      for lane in Array(state.lanes.values) + state.leaving { lane.receive(.stop) }
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
    // A lane that has ended is not missed.
    case .detached(let name, _, _) where !has(name): break
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

  private func has(_ name: String) -> Bool {
    state.withLock { $0.lanes[name] != nil }
  }

  private func lose(_ scanner: String, of name: String, _ cause: LostScanner.Cause) {
    receive(.detached(LostScanner(name: scanner, cause: cause, since: SystemClock.utc)), on: name)
  }

  private func lane(_ name: String, _ state: inout State) -> Lane? {
    if let lane = state.lanes[name] { return lane }
    if state.isClosed { return nil }
    let lane = make(name, state.hold)
    state.lanes[name] = lane
    for code in state.bars.keys {
      if let cause = state.cause(code, on: name) { lane.receive(.bar(code, cause)) }
    }
    return lane
  }
}
