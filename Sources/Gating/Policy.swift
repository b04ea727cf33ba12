package import Scanning

/// Judges what TofuPilot answered by the gate's rules.
package struct Policy: Hashable, Sendable {
  package let gate: Gate

  package init(gate: Gate) {
    self.gate = gate
  }

  /// The verdict on a scanned serial number, or which other run to ask for; `asked` is the policy the reply was asked
  /// under. It starts with `gate.policy`; a rule is known only with the unit, so one more look-up may follow.
  package func judge(
    _ reply: Reply, asked: RunPolicy, for serialNumber: SerialNumber, now: UTCTime
  ) -> Judgement {
    switch reply {
    case .unit(let unit, let run) where unit.serialNumber.isSameNumber(as: serialNumber.text):
      judge(Evidence(unit: unit, run: run, policy: asked, now: now), for: serialNumber)
    case .unit(let unit, _):
      // Nothing else in the reply is about the unit in front of the scanner.
      refuse(.serialMismatch, .noVerdict, "TofuPilot answered for \(unit.serialNumber)", asked)
    case .unknownUnit:
      refuse(.unknownUnit, .fail, "TofuPilot knows no unit of this serial number", asked)
    case .severalUnits(let count):
      refuse(.serialMismatch, .noVerdict, "TofuPilot answered with \(count) units for one serial number", asked)
    case .failed(let code, let detail):
      refuse(code, .noVerdict, detail, asked)
    }
  }

  private func judge(_ evidence: Evidence, for serialNumber: SerialNumber) -> Judgement {
    var rule: Rule?
    var findings: [Finding] = []
    switch gate.selection(for: evidence.unit) {
    case .rule(let selected): rule = selected
    case .gate: break
    case .refused(let finding): findings.append(finding)
    }
    let terms = Terms(of: rule, in: gate)
    // A unit that is refused whatever its runs say needs no second look-up.
    if findings.isEmpty, terms.policy != evidence.policy { return .ask(terms.policy) }

    findings += terms.findings(on: evidence)
    if let sample = evidence.unit.sample {
      findings.append(ReferenceSample(refusal: gate.samples).finding(on: sample, others: findings))
    }
    return .verdict(
      Verdict(
        answer(to: serialNumber, findings, evidence.run), findings, gate: gate, policy: evidence.policy,
        rule: rule?.name, unit: evidence.unit, run: evidence.run, allowedOutcomes: terms.allowedOutcomes))
  }

  private func answer(to serialNumber: SerialNumber, _ findings: [Finding], _ run: Run?) -> Verdict.Answer {
    if let refusal = findings.refusal { return Verdict.Answer(refusal) }
    guard let release = Release(of: serialNumber, by: run, findings: findings) else { return .noVerdict }
    return .pass(release)
  }

  private func refuse(_ code: ReasonCode, _ answer: Refusal, _ detail: String, _ asked: RunPolicy) -> Judgement {
    .verdict(Verdict(.init(answer), [Finding(code, answer, detail)], gate: gate, policy: asked))
  }
}

/// What judging a reply came to.
package enum Judgement: Hashable, Sendable {
  case verdict(Verdict)
  /// The unit's rule goes by the other run: look the unit up again under this policy. Asked twice for one scan, the unit
  /// changed in between, and there is no verdict.
  case ask(RunPolicy)
}

/// The permission to go on, for one scanned serial number.
///
/// Only this file can make one: the initializer is fileprivate and there is no other way to come by a value. It takes
/// a run and an empty list of findings, so `Verdict.Answer.pass` cannot be written down anywhere else, nor for a unit
/// that something was found on.
package struct Release: Hashable, Sendable {
  package let serialNumber: SerialNumber
  /// Of the run that decided.
  package let outcome: Outcome

  fileprivate init?(of serialNumber: SerialNumber, by run: Run?, findings: [Finding]) {
    guard findings.isEmpty, let run else { return nil }
    self.serialNumber = serialNumber
    outcome = run.outcome
  }
}
