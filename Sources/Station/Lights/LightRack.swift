import Devices
import Dispatch
import Synchronization

/// The lights of a station, as one output; they can be exchanged for others while it works.
final class LightRack: Output {
  typealias Report = @Sendable (LightPlan, News) -> Void

  /// What became of a light.
  enum News: Hashable, Sendable {
    /// It is to be opened.
    case awaited
    case works
    case fails(LightError)
    /// The lane has none any more.
    case removed
  }

  fileprivate struct State {
    var plans: [LightPlan] = []
    var lights: [Light] = []
    /// What a light that comes later has to know.
    var views: [String: LaneView] = [:]
    var station: StationChange?
    /// The lanes that there are; nil: not all that is plugged in has been seen.
    var lanes: [String]?
  }

  private let state = Mutex(State())
  /// Where ports are opened and closed, which can take seconds; the old light of a port before its new one.
  private let queue = DispatchQueue(label: "scangate.lights")

  func tell(_ event: StationEvent) {
    state.withLock { state in
      switch event {
      case .view(let lane, let view): state.views[lane] = view.isOver ? nil : view
      case .station(let change): state.station = change
      case .verdict, .scanner, .indicator: break
      }
      for light in state.lights { light.tell(event) }
    }
  }

  /// Tells them which lanes there are, once all that is plugged in has been seen.
  func note(lanes: [String]) {
    state.withLock { state in
      state.lanes = lanes
      for light in state.lights { light.note(lanes: lanes) }
    }
  }

  /// Those that there are now.
  var lights: [Light] { state.withLock(\.lights) }

  /// Has these lights from now on; one that is the same as before is not touched.
  ///
  /// - Parameter report: is told that new ones are awaited at once, the rest on a light's thread or the queue.
  func exchange(for plans: [LightPlan], report: @escaping Report) {
    let (gone, new) = state.withLock { state in
      let new = plans.filter { !state.plans.contains($0) }
      let gone = state.lights.filter { !plans.contains($0.plan) }
      state.plans = plans
      state.lights.removeAll { !plans.contains($0.plan) }
      return (gone, new)
    }
    if gone.isEmpty, new.isEmpty { return }
    for plan in new { report(plan, .awaited) }
    queue.async {
      Light.stop(gone)
      for light in gone where !new.contains(where: { $0.lane == light.plan.lane }) { report(light.plan, .removed) }
      for plan in new { self.start(plan, report) }
    }
  }

  /// Puts all of them into their safe state and closes their ports.
  func stop() {
    queue.sync { Light.stop(state.withLock(\.lights)) }
  }

  private func start(_ plan: LightPlan, _ report: @escaping Report) {
    do throws(DeviceError) {
      let light = try Light(plan)
      guard state.withLock({ $0.add(light) }) else { return }
      try light.start { [weak self] error in
        // One that was exchanged says nothing of its lane any more.
        if self?.has(plan) == true { report(plan, error.map(News.fails) ?? .works) }
      }
    } catch {
      report(plan, .fails(.device(error)))
    }
  }

  private func has(_ plan: LightPlan) -> Bool {
    state.withLock { $0.plans.contains(plan) }
  }
}

extension LightRack.State {
  /// - Returns: whether it is still wanted.
  fileprivate mutating func add(_ light: Light) -> Bool {
    guard plans.contains(light.plan) else { return false }
    lights.append(light)
    if let station { light.tell(.station(station)) }
    if let lanes { light.note(lanes: lanes) }
    // A PASS was shown in its time: lit now, it could be taken for the next unit's.
    for (lane, view) in views { light.tell(.view(lane: lane, view.isPass ? .ready : view)) }
    return true
  }
}
