/// A scan whose verdict is not known yet: entered while TofuPilot is asked, closed with its verdict. What is left of them
/// at a start was cut off by the agent's end.
package struct OpenScan: Hashable, Sendable {
  /// Its name among those that are open.
  package var key: String
  /// A JSON object with `at`, `lane`, `scan`, `serial_number`, `config`.
  package var payload: String

  package init(key: String, payload: String) {
    self.key = key
    self.payload = payload
  }
}
