/// The one thing that the person at the station does next.
package enum Action: String, CaseIterable, Hashable, Sendable {
  case passOn = "pass_on"
  case rework
  /// To where the reason says: another gate, the test, the box of the reference units.
  case elsewhere
  case scanAgain = "scan_again"
  /// Keep the unit and call the lead.
  case hold
}
