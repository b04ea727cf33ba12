/// The two ways not to release a unit.
package enum Refusal: String, CaseIterable, Hashable, Sendable {
  /// TofuPilot answered, and the rules say no.
  case fail
  /// It could not be decided.
  case noVerdict = "no-verdict"

  /// As the operator reads it.
  package var text: String {
    switch self {
    case .fail: "FAIL"
    case .noVerdict: "NO VERDICT"
    }
  }
}
