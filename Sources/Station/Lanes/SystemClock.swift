import Devices
package import Gating
import Glibc
package import Scanning

/// The kernel's clocks: the monotonic one that `input_event` is stamped with, and the wall's.
package enum SystemClock {
  package static var now: Moment { Moment(monotonic: monotonic, utc: utc) }

  package static var monotonic: EventTime { .now() }

  package static var utc: UTCTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return UTCTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }
}
