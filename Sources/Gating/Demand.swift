/// One thing that a gate asks of a unit before it lets it go on. A new kind of demand is one file, and its key in
/// `Demands`.
protocol Demand {
  /// What stands in the way; nil where the demand is met.
  func finding(on evidence: Evidence) -> Finding?
}

/// What a demand is judged on.
struct Evidence {
  let unit: Unit
  /// The run that decides; without one, `DecidingRun` has said all there is to say.
  let run: Run?
  let policy: RunPolicy
  let now: UTCTime
}
