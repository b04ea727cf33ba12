import Gating
import Scanning
import Testing

/// What a gate says about itself: to the operator in one line, to the lead as warnings.
struct GateTests {
  static let board = Rule(name: "board", partNumbers: [Wildcard("PCB-*")])
  static let aborted = Rule(name: "sensor", partNumbers: [Wildcard("SNS-*")], allowedOutcomes: [.aborted, .pass])

  @Test("The defaults are the contract's")
  func defaults() {
    let gate = Gate()
    #expect(gate.policy == .creatingRun)
    #expect(gate.allowedOutcomes == [.pass])
    #expect(gate.noCreatingRun == .fail)
    #expect(gate.samples == .fail)
    #expect(gate.otherwise == .fail)
    #expect(gate.duplicateWindow == .milliseconds(1500))
    #expect(gate.twoLabels == .milliseconds(300))
    #expect(gate.alphabet == .tofupilot)
  }

  @Test(
    "The rules in force fit one line",
    arguments: [
      (Gate(), "rules: first run must be PASS"),
      (Gate(policy: .lastRun, demands: Demands(procedure: Wildcard("FCT*"))), "rules: last run must be PASS of FCT*"),
      (Gate(allowedOutcomes: [.aborted, .pass]), "rules: first run must be PASS or ABORTED"),
      (Gate(rules: [board]), "rules: first run must be PASS · 1 rule, other parts FAIL"),
      (
        Gate(rules: [board, aborted], otherwise: .noVerdict),
        "rules: differ by part · 2 rules, other parts NO VERDICT"
      ),
      (Gate(rules: [aborted]), "rules: first run must be PASS or ABORTED · 1 rule, other parts FAIL"),
      (Gate(rules: [aborted], otherwise: .gate), "rules: differ by part · 1 rule"),
    ])
  func summary(gate: Gate, summary: String) {
    #expect(gate.summary == summary)
  }

  @Test(
    "What is seldom meant is warned of, with its key",
    arguments: [
      (Gate(), ["gate.rules"]),
      (Gate(rules: [board]), []),
      (Gate(rules: [board], otherwise: .noVerdict), []),
      (Gate(rules: [board], otherwise: .gate), ["gate.otherwise"]),
      (Gate(rules: [board, aborted]), ["gate.rules[1].allowed_outcomes"]),
      (Gate(rules: [board, Rule(name: "all")]), ["gate.rules[1].part_number"]),
      (Gate(rules: [Rule(name: "star", partNumbers: [Wildcard("**")])]), ["gate.rules[0].part_number"]),
      (
        Gate(allowedOutcomes: [.fail, .timeout], rules: [board]), ["gate.allowed_outcomes", "gate.allowed_outcomes"]
      ),
    ])
  func warnings(gate: Gate, keys: [String]) {
    #expect(gate.warnings.map(\.key) == keys)
  }

  @Test("A warning of an allowed outcome names it")
  func warningText() {
    let gate = Gate(allowedOutcomes: [.pass, .fail], rules: [Self.board])
    #expect(gate.warnings.map(\.text) == ["units whose run ended FAIL are released"])
  }
}
