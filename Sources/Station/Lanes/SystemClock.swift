import Devices
package import Gating
import Glibc
package import Scanning
import Settings

/// The kernel's clocks: the monotonic one that `input_event` is stamped with, and the wall's.
package enum SystemClock {
  package static var now: Moment { Moment(monotonic: monotonic, utc: utc) }

  package static var monotonic: EventTime { .now() }

  /// The kernel's name for this boot; nil where there is no `/proc`.
  static var boot: String? {
    (try? TextFile(at: "/proc/sys/kernel/random/boot_id"))?.text.filter { !$0.isWhitespace }
  }

  package static var utc: UTCTime {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return UTCTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }
}
