package import Gating

/// What another configuration makes of a recorded verdict.
package enum Rejudgement: Hashable, Sendable {
  case verdict(Verdict)
  /// It cannot be told without asking TofuPilot, and is not guessed.
  case untold(Reason)

  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// Another run would decide than the one that is recorded.
    case otherRun = "other_run"
    /// Another number would be read from the scan, or one where none was.
    case otherNumber = "other_number"
    /// The lane would not be there.
    case noLane = "no_lane"
    /// The entry does not say enough.
    case incomplete

    package var text: String {
      switch self {
      case .otherRun: "another run would decide"
      case .otherNumber: "another serial number would be asked for"
      case .noLane: "the lane is not in the new configuration"
      case .incomplete: "the entry does not say enough"
      }
    }
  }
}
