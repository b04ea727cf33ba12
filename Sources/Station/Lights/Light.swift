package import Devices
package import Signals
import Synchronization

/// A light beside a lane, with a thread of its own: whatever it does or does not do, no verdict waits for it.
package final class Light: Output {
  private struct State {
    var message = Message(.stopping)
    /// Those whose messages come here.
    var lanes: [String] = []
    /// Its lane is none of those that there are.
    var stray: LightError?
    var isStandIn = false
    var thread: WorkingThread?
    var report: @Sendable (LightError?) -> Void = { _ in }

    var order: LightMailbox.Order {
      let objection = lanes.count > 1 ? .severalLanes(lanes) : stray ?? (isStandIn ? LightError.standIn : nil)
      return LightMailbox.Order(message: objection == nil ? message : Message(.stopping), objection: objection)
    }
  }

  package let plan: LightPlan
  private let mailbox: LightMailbox
  private let state = Mutex(State())

  package init(_ plan: LightPlan) throws(DeviceError) {
    self.plan = plan
    mailbox = try LightMailbox()
  }

  /// Opens its port, and opens it again whenever it was lost.
  ///
  /// - Parameter report: is told on its thread why it shows nothing, nil: it works; with the first outcome, then with each
  ///   that is another.
  package func start(report: @escaping @Sendable (LightError?) -> Void) throws(DeviceError) {
    state.withLock { $0.report = report }
    try begin()
  }

  private func begin() throws(DeviceError) {
    let report = state.withLock(\.report)
    let thread = try WorkingThread(named: "scangate-light") { [plan, mailbox] in
      var loop = LightLoop(plan, mailbox, report: report)
      loop.run()
    }
    state.withLock { $0.thread = thread }
  }

  package func tell(_ event: StationEvent) {
    switch event {
    case .view(let lane, let view) where plan.lane == nil || plan.lane == lane:
      change(isNews: true) { state in
        // A lane that has ended leaves the light to others.
        if view.isOver {
          state.lanes.removeAll { $0 == lane }
          if !state.lanes.isEmpty { return }
        } else if !state.lanes.contains(lane) {
          state.lanes.append(lane)
        }
        state.message = Message(view, of: lane)
        // A verdict without a call has no mark, and takes none back.
        guard case .verdict(let record) = view, record.standIn else { return }
        state.isStandIn = true
        // Nor is it lit when the stand-in is gone.
        state.message = Message(.stopping)
      }
    case .station(let station):
      guard let isStandIn = station.api?.isStandIn else { return }
      change { $0.isStandIn = isStandIn }
    case .view, .verdict, .scanner, .indicator: break
    }
  }

  /// Tells it which lanes there are, once all that is plugged in has been seen.
  func note(lanes: [String]) {
    guard let lane = plan.lane else { return }
    change { $0.stray = lanes.contains(lane) ? nil : .noLane(lane, among: lanes) }
  }

  /// Shows a message of no lane, to try the light.
  package func show(_ message: Message) {
    change { $0.message = message }
  }

  /// Leaves it in its safe state and its port closed, for another program; takes four seconds where it does not answer.
  func pause() {
    Self.stop([self])
    mailbox.awaitClosing(within: .seconds(2))
  }

  /// Opens it again after a pause, to show what holds now.
  func resume() throws(DeviceError) {
    mailbox.restart()
    mailbox.post(state.withLock(\.order))
    try begin()
  }

  /// Puts lights into their safe state, all at once, and closes their ports: within two seconds, and the gaps of their
  /// profiles, whatever they take or answer.
  package static func stop(_ lights: [Light]) {
    for light in lights { light.mailbox.stop() }
    for light in lights { light.state.withLock(\.thread)?.join() }
  }

  /// - Parameter isNews: whether the lane has spoken, be it with the same words.
  private func change(isNews: Bool = false, _ change: (inout State) -> Void) {
    state.withLock { state in
      let before = state.order
      change(&state)
      // A verdict that is told again is another one, and is seen as another.
      if state.order != before || isNews { mailbox.post(state.order) }
    }
  }
}
