/// What a unit is judged by.
enum RuleSelection {
  /// The first rule that selects its part and revision.
  case rule(Rule)
  /// The gate's own lines: there are no rules, or none selects the unit and the gate lets that be.
  case gate
  /// No rule selects the unit, or it cannot be told which does.
  case refused(Finding)
}

extension Gate {
  /// Selects by part and revision only, so that no other fact of a unit can move it to a more lenient rule.
  func selection(for unit: Unit) -> RuleSelection {
    guard !rules.isEmpty else { return .gate }
    guard let part = unit.part else { return .refused(.missing("part.number")) }
    let named = rules.filter { $0.selects(part) }
    for rule in named {
      guard let revisions = rule.revisionNumbers else { return .rule(rule) }
      guard let revision = part.revisionNumber else { return .refused(.missing("part.revision.number")) }
      // TofuPilot matches part numbers without regard to case; of revisions it does not say so.
      if revisions.match(revision, ignoringCase: false) { return .rule(rule) }
    }
    guard let answer = otherwise.refusal else { return .gate }
    return .refused(
      named.isEmpty
        ? Finding(.partNotAllowed, answer, "\(part.label): no rule names this part")
        : Finding(.revisionNotAllowed, answer, "\(part.label): no rule names this revision"))
  }
}

extension Rule {
  fileprivate func selects(_ part: Part) -> Bool {
    partNumbers?.match(part.number, ignoringCase: true) ?? true
  }
}

extension Gate.Otherwise {
  fileprivate var refusal: Refusal? {
    switch self {
    case .fail: .fail
    case .noVerdict: .noVerdict
    case .gate: nil
    }
  }
}
