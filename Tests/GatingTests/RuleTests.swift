import Gating
import Testing

/// Which rule a unit falls under, and what the rule takes from the gate.
struct RuleTests {
  static let rules = [
    Rule(name: "main board", partNumbers: [Wildcard("PCB-MAIN-*")], revisionNumbers: [Wildcard("B"), Wildcard("C?")]),
    Rule(name: "sensor", partNumbers: [Wildcard("SNS-0012")], allowedOutcomes: [.pass, .aborted]),
    Rule(name: "any sensor", partNumbers: [Wildcard("sns-*"), Wildcard("SEN-*")], allowedOutcomes: [.fail]),
    Rule(name: "power", partNumbers: [Wildcard("PWR-*")], policy: .lastRun),
  ]

  static func unit(_ part: String, _ revision: String?) -> Unit {
    .seed { $0.part = Part(number: part, revisionNumber: revision) }
  }

  @Test(
    "The first rule that selects part and revision decides",
    arguments: [
      ("PCB-MAIN-001", "B", "PASS", "main board"), ("pcb-main-7", "C1", "PASS", "main board"),
      ("SNS-0012", "A", "ABORTED", "sensor"), ("SNS-0012", "A", "PASS", "sensor"),
      ("SNS-0099", "A", "FAIL", "any sensor"), ("SEN-1", nil, "FAIL", "any sensor"),
    ] as [(String, String?, String, String)])
  func firstMatch(part: String, revision: String?, outcome: String, rule: String) throws {
    let verdict = try Gate(rules: Self.rules).verdict(on: .unit(Self.unit(part, revision), run: .seed(outcome)))
    #expect(verdict.isPass)
    #expect(verdict.rule == rule)
  }

  @Test(
    "A part or revision that no rule names is refused, with the reason that fits",
    arguments: [
      ("XYZ-1", "B", .partNotAllowed), ("PCB-MAIN-001", "A", .revisionNotAllowed),
      ("PCB-MAIN-001", "b", .revisionNotAllowed), ("PCB-MAIN-001", "C", .revisionNotAllowed),
      ("PCB-MAIN", "B", .partNotAllowed), ("\u{212A}", "B", .partNotAllowed),
    ] as [(String, String, ReasonCode)])
  func refused(part: String, revision: String, code: ReasonCode) throws {
    let reply = Reply.unit(Self.unit(part, revision), run: .seed)
    let kelvin = Rule(name: "kelvin", partNumbers: [Wildcard("K")])
    for (otherwise, answer) in [(Gate.Otherwise.fail, "FAIL"), (.noVerdict, "NO VERDICT")] {
      let verdict = try Gate(rules: Self.rules + [kelvin], otherwise: otherwise).verdict(on: reply)
      #expect(verdict.answer.text == answer)
      #expect(verdict.findings.map(\.code) == [code])
      #expect(verdict.rule == nil)
      #expect(verdict.findings.first?.detail.hasPrefix("\(part) rev \(revision): no rule names this") == true)
    }
  }

  @Test("With otherwise: gate the gate's own lines hold for the parts that no rule names")
  func otherwiseGate() throws {
    let gate = Gate(rules: Self.rules, otherwise: .gate)
    #expect(try gate.verdict(on: .unit(Self.unit("XYZ-1", "A"), run: .seed)).isPass)
    #expect(try gate.verdict(on: .unit(Self.unit("XYZ-1", "A"), run: .seed)).rule == nil)
    #expect(try !gate.verdict(on: .unit(Self.unit("XYZ-1", "A"), run: .seed("ABORTED"))).isPass)
    #expect(try gate.verdict(on: .unit(Self.unit("PCB-MAIN-001", "A"), run: .seed)).isPass)
  }

  @Test("As soon as there is a rule, a reply without the part cannot be judged")
  func missingPart() throws {
    let reply = Reply.unit(.seed { $0.part = nil }, run: .seed)
    #expect(try Gate().verdict(on: reply).isPass)
    for otherwise in Gate.Otherwise.allCases {
      let verdict = try Gate(rules: [Rule(name: "all")], otherwise: otherwise).verdict(on: reply)
      #expect(verdict.answer == .noVerdict)
      #expect(verdict.findings.map(\.code) == [.badReply])
      #expect(verdict.findings.first?.detail.contains("part.number") == true)
    }
  }

  @Test("A missing revision is no other revision: no later rule may take the unit")
  func missingRevision() throws {
    let later = Rule(name: "later", partNumbers: [Wildcard("*")])
    let reply = Reply.unit(Self.unit("PCB-MAIN-001", nil), run: .seed)
    let verdict = try Gate(rules: Self.rules + [later], otherwise: .gate).verdict(on: reply)
    #expect(verdict.answer == .noVerdict)
    #expect(verdict.findings.map(\.code) == [.badReply])
    #expect(verdict.findings.first?.detail.contains("part.revision.number") == true)
  }

  @Test("A rule's policy is asked for when the reply came under the other one")
  func asksForTheOtherRun() throws {
    let gate = Gate(rules: Self.rules)
    let reply = Reply.unit(Self.unit("PWR-1", "A"), run: .seed)
    #expect(try gate.judgement(on: reply, asked: .creatingRun) == .ask(.lastRun))
    guard case .verdict(let verdict) = try gate.judgement(on: reply, asked: .lastRun) else {
      Issue.record("asked again")
      return
    }
    #expect(verdict.isPass)
    #expect(verdict.policy == .lastRun)
    #expect(verdict.rule == "power")
  }

  @Test("What is refused whatever its runs say is not asked for again")
  func doesNotAskInVain() throws {
    let gate = Gate(policy: .lastRun, rules: Self.rules)
    let verdict = try gate.judgement(on: .unit(Self.unit("XYZ-1", "A"), run: nil), asked: .creatingRun)
    guard case .verdict = verdict else {
      Issue.record("asked again")
      return
    }
  }

  @Test("What a rule leaves out comes from the gate; what is blocked adds up")
  func completedByTheGate() throws {
    let demands = Demands(
      procedure: Wildcard("FCT"), batchNumbers: [Wildcard("BATCH-2024-*")], blockList: BlockList(["SN-2024-001234"]))
    let rule = Rule(
      name: "main", partNumbers: [Wildcard("PCB-*")],
      demands: Demands(procedure: Wildcard("PCB*"), blockList: BlockList(["SN-1"])))
    let verdict = try Gate(demands: demands, rules: [rule]).verdict(on: .seed("FAIL"))
    #expect(verdict.findings.map(\.code) == [.outcomeNotAllowed, .blocked])
    let other = Reply.unit(.seed { $0.batch = .number("BATCH-2023-Q4") }, run: .seed)
    #expect(
      try Gate(demands: demands, rules: [rule]).verdict(on: other).findings.map(\.code) == [.batchNotAllowed, .blocked])
  }
}
