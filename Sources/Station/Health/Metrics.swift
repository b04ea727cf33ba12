import Gating
import Synchronization

/// The station's numbers, kept for whoever asks for them.
package final class Metrics: Output {
  private let version: String
  private let started = SystemClock.utc
  private let counts = Mutex(StationCounts())

  package init(version: String) {
    self.version = version
  }

  package func tell(_ event: StationEvent) {
    counts.withLock { $0.receive(event) }
  }

  /// All of it as Prometheus reads it.
  var text: String { counts.withLock { $0 }.text(version: version, started: started) }

  var condition: StationCondition { counts.withLock(\.condition) }
}
