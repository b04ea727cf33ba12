package import ServiceManager
import Synchronization

/// What the service manager is told of the station: that it is ready, how it stands, that it stops.
package final class ServiceReport: Output {
  private struct State {
    var condition = StationCondition()
    var isReady = false
    /// What `systemctl status` shows.
    var status = ""
  }

  private let notifier: Notifier
  private let state = Mutex(State())

  package init(_ notifier: Notifier) {
    self.notifier = notifier
  }

  package func tell(_ event: StationEvent) {
    state.withLock { state in
      state.condition.receive(event)
      report(event, &state)
    }
  }

  /// A reload begins, which ends with the station's `reloaded`, whatever came of it.
  package func beginReload() {
    notifier.tell([.reloading])
  }

  /// Ready is a station that would answer a scan, be it with NO VERDICT: a scanner that is away, a key that is refused or
  /// an API that cannot be reached keeps no service from its start.
  private func report(_ event: StationEvent, _ state: inout State) {
    var notices: [Notifier.Notice] = []
    if case .station(let change) = event {
      switch change.state {
      case .ready, .hold:
        if !state.isReady { notices.append(.ready) }
        state.isReady = true
      // Whatever came of a reload, it is over.
      case .reloaded, .refused: notices.append(.ready)
      case .stopped: break
      case .stopping: notices.append(.stopping)
      }
    }
    let status = state.condition.text
    if status != state.status { notices.append(.status(status)) }
    state.status = status
    if !notices.isEmpty { notifier.tell(notices) }
  }
}
