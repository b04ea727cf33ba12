/// The agent's sign of life for the service manager's watchdog: sent when a token has gone the whole way of a scan.
///
/// ```
/// station ─► reading thread ─► every lane's inbox ─► the gate, where questions are asked ─► every output's own worker
/// ```
///
/// Whichever of them hangs, the token stays there, and the watchdog starves; that nobody scans does not matter to it.
package struct Heartbeat: Sendable {
  private let interval: Duration
  private let isThrough: @Sendable () -> Void

  /// - Parameters:
  ///   - watchdog: within what the service manager wants a sign; a token sets out in each half of it.
  ///   - isThrough: gives the sign; called from any thread, and not to wait.
  package init(watchdog: Duration, isThrough: @escaping @Sendable () -> Void) {
    interval = watchdog / 2
    self.isThrough = isThrough
  }

  /// Sends tokens until cancelled.
  func run(send: (WatchdogToken) -> Void) async {
    repeat {
      send(WatchdogToken(isThrough))
    } while (try? await Task.sleep(for: interval)) != nil
  }
}
