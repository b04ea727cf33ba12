/// A signal with the texts that a display can show beside it.
package struct Message: Hashable, Sendable {
  package var signal: Signal
  /// As it was scanned: hostile text.
  package var serial: String
  /// What the operator does next.
  package var reason: String
  package var lane: String

  package init(_ signal: Signal, serial: String = "", reason: String = "", lane: String = "") {
    self.signal = signal
    self.serial = serial
    self.reason = reason
    self.lane = lane
  }
}
