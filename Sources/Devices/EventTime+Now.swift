internal import Glibc
package import Scanning

extension EventTime {
  /// The time that an event would carry if it happened now.
  package static func now() -> EventTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return EventTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }
}
