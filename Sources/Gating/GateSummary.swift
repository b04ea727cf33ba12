extension Gate {
  /// What the gate asks for, in one line for the READY screen: `rules: first run must be PASS`.
  package var summary: String {
    let phrases = Set(termsInForce.map(\.phrase))
    let first = phrases.count == 1 ? phrases.first : nil
    return (["rules: \(first ?? "differ by part")"] + ruleCount).joined(separator: " · ")
  }

  /// Those that a unit can be released by.
  private var termsInForce: [Terms] {
    let own = Terms(of: nil, in: self)
    return rules.map { Terms(of: $0, in: self) } + (rules.isEmpty || otherwise == .gate ? [own] : [])
  }

  private var ruleCount: [String] {
    guard !rules.isEmpty else { return [] }
    let count = rules.count == 1 ? "1 rule" : "\(rules.count) rules"
    return switch otherwise {
    case .fail: ["\(count), other parts FAIL"]
    case .noVerdict: ["\(count), other parts NO VERDICT"]
    case .gate: [count]
    }
  }
}

extension Terms {
  fileprivate var phrase: String {
    let outcome = "\(policy.run) must be \(allowedOutcomes.list(separator: " or "))"
    return demands.procedure.map { "\(outcome) of \($0)" } ?? outcome
  }
}
