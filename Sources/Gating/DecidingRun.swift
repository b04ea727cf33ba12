/// The demand that there is a run to decide; the newest one must also have ended.
struct DecidingRun: Demand {
  let whenMissing: Refusal

  func finding(on evidence: Evidence) -> Finding? {
    guard let run = evidence.run else {
      return Finding(.noCreatingRun, whenMissing, "TofuPilot knows the unit, but no \(evidence.policy.run)")
    }
    // A creating run's end is not asked for: in the API's model it is never null.
    return evidence.policy == .lastRun ? run.ending.finding : nil
  }
}

extension Run.Ending {
  /// Why there is no time at which the run ended; nil where there is.
  var finding: Finding? {
    switch self {
    case .at: nil
    case .running: Finding(.runNotEnded, .noVerdict, "the run has not ended")
    case .unknown: .missing("ended_at")
    }
  }
}
