internal import CLinuxInput
internal import Glibc

/// The wall clock, which people and programs set, beside the one that counts on from the boot whatever they do.
package enum WallClock {
  /// Whether something keeps it right: NTP, a radio clock.
  package static var isSynchronised: Bool { clock_is_synchronised() }

  /// How far it is ahead of the time since the boot, sleep included; changes only when it is set, or slewed.
  package static var lead: Duration { time(CLOCK_REALTIME) - time(CLOCK_BOOTTIME) }

  private static func time(_ clock: clockid_t) -> Duration {
    var time = timespec()
    clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
