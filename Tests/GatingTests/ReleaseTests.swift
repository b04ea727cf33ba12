import Gating
import Scanning
import Testing

/// Random gates and replies against the promise itself, written down a second time without any of the gate's code.
struct ReleaseTests {
  /// A gate with one rule at most, in the plainest terms.
  struct Plan {
    var policy = RunPolicy.creatingRun
    var allowed: Set<String> = ["PASS"]
    var part: String?
    var revision: String?
    var otherwise = Gate.Otherwise.fail
    var procedure: String?
    var maxAge: Int64?
    var minAge: Int64?
    var batch: String?
    var blocked: Set<String> = []
    var children: Int?
    /// Whether the demands stand in the rule or in the gate.
    var inRule = false

    var gate: Gate {
      let demands = Demands(
        procedure: procedure.map { Wildcard($0) }, maxAge: maxAge.map { .seconds($0) },
        minAge: minAge.map { .seconds($0) }, batchNumbers: batch.map { [Wildcard($0)] },
        children: children.map { [RequiredChildren(partNumber: Wildcard("C"), count: $0)] },
        blockList: BlockList(blocked))
      let outcomes = Set(allowed.map { Outcome($0) })
      guard part != nil || revision != nil else {
        return Gate(policy: policy, allowedOutcomes: outcomes, demands: demands)
      }
      var rule = Rule(
        name: "only", partNumbers: part.map { [Wildcard($0)] }, revisionNumbers: revision.map { [Wildcard($0)] })
      if inRule {
        rule.policy = policy
        rule.allowedOutcomes = outcomes
        rule.demands = demands
        return Gate(policy: policy, rules: [rule], otherwise: otherwise)
      }
      return Gate(
        policy: policy, allowedOutcomes: outcomes, demands: demands, rules: [rule], otherwise: otherwise)
    }

    /// Whether the unit may go on, by the book.
    func releases(_ unit: Unit, _ run: Run?, scanned: String) -> Bool {
      guard let run, unit.sample == nil, unit.serialNumber.lowercased() == scanned.lowercased() else { return false }
      guard policy == .creatingRun || run.endedAt != nil else { return false }

      let hasRule = part != nil || revision != nil
      var ruled = true
      if hasRule {
        guard let itsPart = unit.part else { return false }
        let isNamed = part == nil || WildcardTests.fits(part?.lowercased()[...] ?? "", itsPart.number.lowercased()[...])
        if isNamed, let revision {
          guard let itsRevision = itsPart.revisionNumber else { return false }
          ruled = revision == itsRevision
        } else {
          ruled = isNamed
        }
        guard ruled || otherwise == .gate else { return false }
      }
      // Where the rule holds all the terms and does not select the unit, the gate's defaults are what is left.
      guard !hasRule || ruled || !inRule else { return run.outcome == .pass }

      guard ["PASS", "FAIL", "ERROR", "TIMEOUT", "ABORTED"].contains(run.outcome.text) else { return false }
      guard allowed.contains(run.outcome.text) else { return false }
      if let procedure, procedure != run.procedure, procedure != run.procedureID { return false }
      let age = run.endedAt.map { ($0.nanoseconds - UTCTime.now.nanoseconds) / -1_000_000_000 }
      if let maxAge { guard let age, age >= -300, age <= maxAge else { return false } }
      if let minAge { guard let age, age >= minAge else { return false } }
      if let batch, batch != unit.batchNumber { return false }
      if blocked.contains(unit.serialNumber) || blocked.contains(unit.batchNumber ?? "-") { return false }
      if let children {
        return (unit.children ?? []).count { $0.part?.number == "C" } >= children && unit.children != nil
      }
      return true
    }
  }

  @Test("A unit is released exactly where the book says so, whatever comes back", arguments: 0..<20 as Range<UInt64>)
  func byTheBook(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var releases = 0
    for number in 0..<1000 {
      await Task.yield()  // other tests wait for the network on this thread
      let plan = random.plan()
      let (unit, run) = (random.unit(), random.run())
      let scanned = random.one(of: "S1", "s1", "S1", "S1", "S2")
      let gate = plan.gate
      let verdict = try gate.verdict(on: .unit(unit, run: run), scanned: scanned)
      let isReleased = plan.releases(unit, run, scanned: scanned)
      #expect(verdict.isPass == isReleased, "seed \(seed), number \(number): \(plan) on \(unit) with \(run as Any)")
      #expect(verdict.isPass == verdict.findings.isEmpty)
      releases += isReleased ? 1 : 0
    }
    // Else the test would prove little.
    #expect((30...970).contains(releases))
  }
}

extension SeededGenerator {
  fileprivate mutating func plan() -> ReleaseTests.Plan {
    var plan = ReleaseTests.Plan()
    if chance(30) { plan.policy = .lastRun }
    if chance(40) { plan.allowed = one(of: ["PASS", "ABORTED"], ["FAIL"], ["PASS", "FAIL", "ERROR"], []) }
    if chance(40) { plan.part = one(of: "P1", "p*", "P?", "Q*", "*") }
    if chance(30) { plan.revision = one(of: "A", "B") }
    plan.otherwise = one(of: .fail, .noVerdict, .gate)
    if chance(20) { plan.procedure = one(of: "FCT", "ID-1", "ICT") }
    if chance(20) { plan.maxAge = one(of: 10, 100, 1000) }
    if chance(20) { plan.minAge = one(of: 0, 10, 100) }
    if chance(20) { plan.batch = one(of: "B1", "B2") }
    if chance(20) { plan.blocked = one(of: ["S1"], ["B1"], ["B2", "S9"]) }
    if chance(20) { plan.children = one(of: 0, 1, 2) }
    plan.inRule = chance(50)
    return plan
  }

  fileprivate mutating func unit() -> Unit {
    var unit = Unit(serialNumber: one(of: "S1", "S1", "S1", "S1", "S2", "\u{212A}"))
    if chance(90) {
      unit.part = Part(number: one(of: "P1", "P1", "p2", "Q1"))
      if chance(90) { unit.part?.revisionNumber = one(of: "A", "A", "B", "b") }
    }
    if chance(85) { unit.batch = .number(one(of: "B1", "B2")) }
    if chance(10) { unit.sample = one(of: .golden, .failing, .ignored, .unknown("x")) }
    if chance(80) {
      let count = one(of: 0, 1, 2, 3)
      unit.children = (0..<count).map { _ in Unit.Child(part: chance(90) ? Part(number: one(of: "C", "D")) : nil) }
    }
    return unit
  }

  fileprivate mutating func run() -> Run? {
    guard chance(92) else { return nil }
    var run = Run(outcome: Outcome(one(of: "PASS", "PASS", "PASS", "FAIL", "ERROR", "ABORTED", "pass", "WAIVED")))
    if chance(90) { run.procedure = one(of: "FCT", "FCT", "ICT") }
    if chance(90) { run.procedureID = one(of: "ID-1", "ID-2") }
    run.ending = chance(85) ? .at(.now + -one(of: -1000, -100, 0, 5, 50, 500, 5000)) : one(of: .running, .unknown)
    return run
  }
}
