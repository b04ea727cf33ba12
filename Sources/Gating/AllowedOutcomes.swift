/// The demand on how the deciding run ended.
struct AllowedOutcomes: Demand {
  let outcomes: Set<Outcome>

  func finding(on evidence: Evidence) -> Finding? {
    guard let run = evidence.run else { return nil }
    let summary = run.summary(under: evidence.policy)
    // First of all: what is not understood is never allowed, not even by a list that names it.
    if case .unknown = run.outcome {
      return Finding(.unknownOutcome, .noVerdict, "\(summary) (known: \(Set(Outcome.known).list()))")
    }
    guard !outcomes.contains(run.outcome) else { return nil }
    return Finding(.outcomeNotAllowed, .fail, "\(summary) (allowed: \(outcomes.list()))")
  }
}
