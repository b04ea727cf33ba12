internal import Glibc

/// How often the service manager wants a sign of life, by `sd_watchdog_enabled(3)`.
package enum WatchdogInterval {
  /// - Parameter process: ours; a watchdog that is meant for another process is not ours to feed.
  /// - Returns: nil where nobody watches.
  package static func demanded(
    environment: [String: String], process: Int32 = getpid()
  ) -> Duration? {
    guard let microseconds = environment["WATCHDOG_USEC"].flatMap(Int64.init), microseconds > 0 else { return nil }
    if let other = environment["WATCHDOG_PID"], other != "\(process)" { return nil }
    return .microseconds(microseconds)
  }
}
