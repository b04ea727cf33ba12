package import Gating
package import Scanning

/// One moment on both clocks: the monotonic one that durations are counted on, and the wall's.
package struct Moment: Hashable, Sendable {
  package var monotonic: EventTime
  package var utc: UTCTime

  package init(monotonic: EventTime, utc: UTCTime) {
    self.monotonic = monotonic
    self.utc = utc
  }
}
