import Gating
import Testing

/// What a verdict tells the operator.
struct VerdictTests {
  @Test("A verdict names the run that decided")
  func decision() throws {
    #expect(try Gate().verdict(on: .seed("FAIL")).decision == "first run FAIL · PCB Assembly · 12 Mar 2026")
    #expect(
      try Gate(policy: .lastRun).verdict(on: .seed("PASS")).decision == "last run PASS · PCB Assembly · 12 Mar 2026")
    #expect(try Gate().verdict(on: .unit(.seed, run: Run(outcome: .error))).decision == "first run ERROR")
    #expect(try Gate().verdict(on: .unknownUnit).decision == nil)
  }

  @Test("A FAIL says what would be allowed")
  func allowed() throws {
    let verdict = try Gate(allowedOutcomes: [.aborted, .pass]).verdict(on: .seed("FAIL"))
    #expect(
      verdict.leadingFinding?.detail == "first run FAIL · PCB Assembly · 12 Mar 2026 (allowed: PASS, ABORTED)")
  }

  @Test("A PASS by an outcome other than PASS says by what it is allowed")
  func allowance() throws {
    let outcomes: Set<Outcome> = [.pass, .aborted]
    let rule = Rule(name: "sensor, aborted runs allowed", allowedOutcomes: outcomes)
    #expect(try Gate(rules: [rule]).verdict(on: .seed("PASS")).allowance == nil)
    #expect(
      try Gate(rules: [rule]).verdict(on: .seed("ABORTED")).allowance
        == "ALLOWED BY RULE \"sensor, aborted runs allowed\": first run ABORTED")
    #expect(
      try Gate(allowedOutcomes: outcomes).verdict(on: .seed("ABORTED")).allowance
        == "ALLOWED BY THE GATE: first run ABORTED")
    #expect(try Gate(rules: [rule]).verdict(on: .seed("FAIL")).allowance == nil)
  }

  @Test("The operator is told the first reason that gave the answer")
  func leadingFinding() throws {
    let gate = Gate(demands: Demands(blockList: BlockList(["SN-2024-001234"])), noCreatingRun: .noVerdict)
    let verdict = try gate.verdict(on: .unit(.seed, run: nil))
    #expect(verdict.findings.map(\.code) == [.noCreatingRun, .blocked])
    #expect(verdict.answer == .fail)
    #expect(verdict.leadingFinding?.code == .blocked)
    #expect(verdict.action == .elsewhere)
  }

  @Test("A reference unit that fails goes back to its box, not to rework")
  func failingSample() throws {
    let verdict = try Gate().verdict(on: .unit(.seed { $0.sample = .failing }, run: .seed("FAIL")))
    #expect(verdict.findings.map(\.code) == [.outcomeNotAllowed, .referenceSample])
    #expect(verdict.leadingFinding?.code == .referenceSample)
    #expect(verdict.action == .elsewhere)
  }

  @Test("The site's own words take the place of ours")
  func texts() throws {
    let gate = Gate(texts: [.outcomeNotAllowed: "STOP. Red rack, row 2.", .timeout: "Ring 4711."])
    #expect(try gate.verdict(on: .seed("FAIL")).leadingFinding?.text == "STOP. Red rack, row 2.")
    #expect(try gate.verdict(on: .unknownUnit).leadingFinding?.text == ReasonCode.unknownUnit.text)
    #expect(Verdict.noVerdict(.timeout, detail: "", under: gate).leadingFinding?.text == "Ring 4711.")
  }

  @Test("What goes wrong beside a look-up is NO VERDICT, whatever its code", arguments: ReasonCode.allCases)
  func noVerdict(code: ReasonCode) {
    let verdict = Verdict.noVerdict(code, detail: "two numbers within 300 ms", under: Gate(policy: .lastRun))
    #expect(verdict.answer == .noVerdict)
    #expect(verdict.findings.map(\.code) == [code])
    #expect(verdict.findings.map(\.detail) == ["two numbers within 300 ms"])
    #expect(verdict.action == code.action)
    #expect(verdict.policy == .lastRun)
  }

  @Test("Escalated, scan again becomes hold, and the answer stays")
  func escalated() throws {
    let verdict = try Gate().verdict(on: .unknownUnit).escalated()
    #expect(verdict.answer == .fail)
    #expect(verdict.action == .hold)
    #expect(verdict.leadingFinding?.text == "HOLD. Call the lead.")
    let rework = try Gate().verdict(on: .seed("FAIL"))
    #expect(rework.escalated() == rework)
  }
}
