import Dispatch
import Synchronization

/// What the station has told that still holds, for those who come later to watch; and those who watch.
///
/// Nobody waits for a watcher: what is told is passed on by a queue of its own.
package final class NoticeBoard: Output {
  private struct State {
    var facts: ScreenFacts
    /// Of all lanes, whatever a screen shows of them.
    var screen: ScreenState
    var present = StationPresent()
    var watchers: [Watcher] = []
  }

  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "scangate.watchers")

  /// - Parameter facts: what a watcher's screen says of the station; nothing is typed there.
  package init(facts: ScreenFacts) {
    var all = facts
    (all.lanes, all.bell) = (nil, false)
    state = Mutex(State(facts: facts, screen: ScreenState(facts: all)))
  }

  var station: String { state.withLock(\.facts.station) }

  package func tell(_ event: StationEvent) {
    queue.async {
      self.state.withLock { state in
        state.screen.receive(event)
        state.present.receive(event)
        for watcher in state.watchers { watcher.tell(event) }
      }
    }
  }

  /// Says other things of the station from now on.
  package func set(_ facts: ScreenFacts) {
    queue.async {
      self.state.withLock { state in
        state.facts = facts
        for watcher in state.watchers { watcher.set(facts) }
      }
    }
  }

  /// Why nothing is to be seen of what is asked for: the only lane that is wanted is none of those that there are. Where
  /// there is none yet, any may come.
  func objection(to request: WatchRequest) -> String? {
    guard let lane = request.lane, request.isResumed != true else { return nil }
    settle()
    let (hasBegun, lanes) = state.withLock { ($0.present.hasBegun, $0.screen.laneNames) }
    guard hasBegun, !lanes.isEmpty, !lanes.contains(lane) else { return nil }
    return "there is no lane \(lane); --lane takes one of: \(lanes.joined(separator: ", "))"
  }

  /// Shows somebody what holds, and from now on what is told.
  func watch(_ request: WatchRequest, outbox: Outbox) -> Watcher {
    queue.sync {
      state.withLock { state in
        let watcher = Watcher(request, outbox: outbox, state: state.screen, facts: state.facts)
        // The screen has it all in its state.
        if request.format != .big { for event in state.present.events { watcher.tell(event) } }
        state.watchers.append(watcher)
        return watcher
      }
    }
  }

  func remove(_ watcher: Watcher) {
    watcher.end()
    queue.async {
      self.state.withLock { $0.watchers.removeAll { $0 === watcher } }
    }
  }

  /// Waits until everybody has been passed what was told.
  func settle() {
    queue.sync {}
  }
}
