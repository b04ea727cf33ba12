/// Something that shows what the station decides: lines, JSON, the operator's screen.
///
/// `tell` is called on the way of a verdict: it returns at once, whatever its reader does.
package protocol Output: Sendable {
  func tell(_ event: StationEvent)

  /// Has the token arrive by the worker that carries out what was told, where there is one: it comes through as long as
  /// the next verdict would. A reader or a device that stands still is no reason to keep it.
  func pass(_ token: WatchdogToken)
}

extension Output {
  package func pass(_ token: WatchdogToken) {
    token.arrive()
  }
}
