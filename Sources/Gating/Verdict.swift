/// The answer to one scan, with all that led to it. A verdict is made in this target only, and nothing makes it a PASS
/// afterwards.
package struct Verdict: Hashable, Sendable {
  /// Three answers, never a boolean.
  package enum Answer: Hashable, Sendable {
    case pass(Release)
    case fail
    case noVerdict

    init(_ refusal: Refusal) {
      self =
        switch refusal {
        case .fail: .fail
        case .noVerdict: .noVerdict
        }
    }

    /// As the operator reads it.
    package var text: String {
      switch self {
      case .pass: "PASS"
      case .fail: Refusal.fail.text
      case .noVerdict: Refusal.noVerdict.text
      }
    }
  }

  package private(set) var answer: Answer
  /// Everything that was found, in the order of the verdict table; empty for a PASS.
  package private(set) var findings: [Finding]
  package let policy: RunPolicy
  /// Name of the rule that the unit was judged by; nil where the gate's own lines decided, or nothing got so far.
  package let rule: String?
  package let unit: Unit?
  /// The run that decided.
  package let run: Run?
  /// Those in force for the unit; the gate's own where nothing got so far.
  package let allowedOutcomes: Set<Outcome>

  init(
    _ answer: Answer, _ findings: [Finding], gate: Gate, policy: RunPolicy, rule: String? = nil, unit: Unit? = nil,
    run: Run? = nil, allowedOutcomes: Set<Outcome>? = nil
  ) {
    self.answer = answer
    self.findings = findings.told(by: gate)
    self.policy = policy
    self.rule = rule
    self.unit = unit
    self.run = run
    self.allowedOutcomes = allowedOutcomes ?? gate.allowedOutcomes
  }

  /// For what goes wrong before and beside a look-up: `bad_scan`, `two_labels`, `interrupted`.
  package static func noVerdict(_ code: ReasonCode, detail: String, under gate: Gate) -> Verdict {
    Verdict(.noVerdict, [Finding(code, .noVerdict, detail)], gate: gate, policy: gate.policy)
  }

  /// The finding that the operator is told: the first of those that gave the answer. A reference unit goes back to its
  /// box, though, whatever else was found: a failing one is bad on purpose, and nobody may rework it.
  package var leadingFinding: Finding? {
    findings.first { $0.code == .referenceSample }
      ?? findings.first { Answer($0.answer) == answer }
  }

  /// What the operator does.
  package var action: Action {
    leadingFinding?.action ?? (isPass ? .passOn : .hold)
  }

  package var isPass: Bool {
    if case .pass = answer { true } else { false }
  }

  /// Which run decided, how and when: `first run FAIL · FCT · 12 Mar 2026`, the date in UTC.
  package var decision: String? {
    run?.summary(under: policy)
  }

  /// A PASS by an outcome other than PASS says so, in the operator's sight; nil for every other verdict.
  package var allowance: String? {
    guard case .pass(let release) = answer, release.outcome != .pass else { return nil }
    let by = rule.map { "RULE \"\($0)\"" } ?? "THE GATE"
    return "ALLOWED BY \(by): \(policy.run) \(release.outcome.text)"
  }

  /// The verdict where something beside the unit stands in its way too: a PASS is none any more.
  package func withheld(_ code: ReasonCode, detail: String, under gate: Gate) -> Verdict {
    var verdict = self
    verdict.findings = (findings + [Finding(code, .noVerdict, detail)]).told(by: gate)
    if isPass { verdict.answer = .noVerdict }
    return verdict
  }

  /// The verdict for an operator who has scanned again often enough: each `scan_again` is now `hold`.
  package func escalated() -> Verdict {
    var verdict = self
    for index in findings.indices where findings[index].action == .scanAgain {
      verdict.findings[index].action = .hold
      verdict.findings[index].text = "HOLD. Call the lead."
    }
    return verdict
  }
}
