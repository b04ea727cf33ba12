/// All that one unit is judged by: a rule, filled in from the gate.
struct Terms: Hashable {
  let policy: RunPolicy
  let allowedOutcomes: Set<Outcome>
  let demands: Demands
  let noCreatingRun: Refusal

  /// The gate's own lines where there is no rule.
  init(of rule: Rule?, in gate: Gate) {
    policy = rule?.policy ?? gate.policy
    allowedOutcomes = rule?.allowedOutcomes ?? gate.allowedOutcomes
    demands = rule?.demands.completed(by: gate.demands) ?? gate.demands
    noCreatingRun = gate.noCreatingRun
  }

  func findings(on evidence: Evidence) -> [Finding] {
    let always: [any Demand] = [DecidingRun(whenMissing: noCreatingRun), AllowedOutcomes(outcomes: allowedOutcomes)]
    return (always + demands.each).compactMap { $0.finding(on: evidence) }
  }
}
