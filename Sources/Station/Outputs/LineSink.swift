/// What takes lines for a reader that may be behind: it never waits for it.
package protocol LineSink: Sendable {
  func write(line: String)

  /// Has the token arrive by the worker that writes, where there is one.
  func pass(_ token: WatchdogToken)
}
