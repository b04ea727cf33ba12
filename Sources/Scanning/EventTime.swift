/// A moment on the kernel's monotonic clock, in nanoseconds since boot: the time an `input_event` carries once
/// `EVIOCSCLOCKID` has chosen `CLOCK_MONOTONIC`.
package struct EventTime: Hashable, Comparable, Sendable {
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// From the two fields of a `struct timeval`.
  package init(seconds: Int, microseconds: Int) {
    nanoseconds = Int64(seconds) * 1_000_000_000 + Int64(microseconds) * 1000
  }

  package static func < (left: EventTime, right: EventTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  package static func - (left: EventTime, right: EventTime) -> Duration {
    .nanoseconds(left.nanoseconds - right.nanoseconds)
  }

  package static func + (time: EventTime, duration: Duration) -> EventTime {
    let (seconds, attoseconds) = duration.components
    return EventTime(nanoseconds: time.nanoseconds + seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
