import Gating
import Testing

/// Each demand met, not met, and undecided for want of a field.
struct DemandTests {
  struct Case: CustomTestStringConvertible {
    let what: String
    let demands: Demands
    let unit: Unit
    let run: Run
    let code: ReasonCode?
    let detail: String

    /// `code` nil: met. `detail` is a part of the finding's detail.
    init(
      _ what: String, _ demands: Demands, unit: Unit = .seed, run: Run = .seed, _ code: ReasonCode? = nil,
      _ detail: String = ""
    ) {
      self.what = what
      self.demands = demands
      self.unit = unit
      self.run = run
      self.code = code
      self.detail = detail
    }

    var testDescription: String { what }
  }

  static func procedure(_ text: String) -> Demands { Demands(procedure: Wildcard(text)) }

  static func run(_ change: (inout Run) -> Void) -> Run {
    var run = Run.seed
    change(&run)
    return run
  }

  static func ended(secondsAgo seconds: Int64) -> Run {
    run { $0.ending = .at(.now + -seconds) }
  }

  static let procedures: [Case] = [
    Case("procedure by name", procedure("PCB Assembly")),
    Case("procedure by pattern", procedure("PCB*")),
    Case("procedure by id, in any case", procedure("7F3C2B1A-0000-4000-8000-00000000000a")),
    Case("another procedure", procedure("FCT*"), .procedureNotPassed, "of procedure PCB Assembly, not of FCT*"),
    Case("a name in another case", procedure("pcb assembly"), .procedureNotPassed),
    Case("another id", procedure("7f3c2b1a-0000-4000-8000-00000000000b"), .procedureNotPassed),
    Case("no name", procedure("PCB*"), run: run { $0.procedure = nil }, .badReply, "procedure.name"),
    Case("no id", procedure("FCT"), run: run { $0.procedureID = nil }, .badReply, "procedure.id"),
    Case("no id, but the name fits", procedure("PCB*"), run: run { $0.procedureID = nil }),
  ]

  static let day: Int64 = 86400
  static let ages: [Case] = [
    Case("young enough", Demands(maxAge: .seconds(7 * day)), run: ended(secondsAgo: 7 * day)),
    Case("too old", Demands(maxAge: .seconds(7 * day)), run: ended(secondsAgo: 8 * day), .tooOld, "8d ago, at most 7d"),
    Case(
      "a second too old", Demands(maxAge: .seconds(60)), run: ended(secondsAgo: 61), .tooOld, "61s ago, at most 60s"),
    Case("old enough", Demands(minAge: .seconds(7200)), run: ended(secondsAgo: 7200)),
    Case(
      "too early", Demands(minAge: .seconds(7200)), run: ended(secondsAgo: 7199), .tooEarly, "119m ago, at least 2h"),
    Case("both limits met", Demands(maxAge: .seconds(10), minAge: .seconds(5)), run: ended(secondsAgo: 7)),
    Case("a little in the future is just now", Demands(maxAge: .seconds(60)), run: ended(secondsAgo: -300)),
    Case("just now is too early", Demands(minAge: .seconds(1)), run: ended(secondsAgo: -300), .tooEarly, "0s ago"),
    Case("the future", Demands(maxAge: .seconds(60)), run: ended(secondsAgo: -301), .badReply, "compare the clocks"),
    Case("no end", Demands(maxAge: .seconds(60)), run: run { $0.ending = .unknown }, .badReply, "ended_at"),
    Case("not ended", Demands(minAge: .seconds(60)), run: run { $0.ending = .running }, .runNotEnded),
    Case(
      "centuries ago", Demands(maxAge: .seconds(60)),
      run: run { $0.ending = .at(UTCTime(nanoseconds: .min)) }, .tooOld),
    Case(
      "centuries ahead", Demands(maxAge: .seconds(60)),
      run: run { $0.ending = .at(UTCTime(nanoseconds: .max)) }, .badReply),
  ]

  static let batches: [Case] = [
    Case("allowed batch", Demands(batchNumbers: [Wildcard("X"), Wildcard("batch-2024-*")])),
    Case("batch not allowed", Demands(batchNumbers: [Wildcard("BATCH-2025-*")]), .batchNotAllowed, "BATCH-2024-Q1"),
    Case("no batch is allowed", Demands(batchNumbers: []), .batchNotAllowed),
    Case("blocked batch", Demands(blockedBatchNumbers: [Wildcard("batch-2024-q1")]), .batchNotAllowed, "is blocked"),
    Case("batch not blocked", Demands(blockedBatchNumbers: [Wildcard("BATCH-2024-Q2")])),
    Case(
      "blocked outweighs allowed",
      Demands(batchNumbers: [Wildcard("*")], blockedBatchNumbers: [Wildcard("*Q1")]), .batchNotAllowed, "is blocked"),
    Case(
      "no batch number for an allowed batch", Demands(batchNumbers: [Wildcard("*")]),
      unit: .seed { $0.batch = nil }, .badReply, "batch.number"),
    Case(
      "no batch number for a blocked one", Demands(blockedBatchNumbers: [Wildcard("B")]),
      unit: .seed { $0.batch = nil }, .badReply, "batch.number"),
    Case(
      "a unit of no batch where one is demanded", Demands(batchNumbers: [Wildcard("*")]),
      unit: .seed { $0.batch = .some(.none) }, .batchNotAllowed, "no batch"),
    Case(
      "a unit of no batch where some are blocked", Demands(blockedBatchNumbers: [Wildcard("*")]),
      unit: .seed { $0.batch = .some(.none) }),
  ]

  static func children(_ parts: String?...) -> Unit {
    .seed { $0.children = parts.map { Unit.Child(part: $0.map { Part(number: $0) }) } }
  }

  static func require(_ count: Int, _ part: String) -> Demands {
    Demands(children: [RequiredChildren(partNumber: Wildcard(part), count: count)])
  }

  static let families: [Case] = [
    Case("the child is there", require(1, "pwr-*")),
    Case("one of two is missing", require(2, "PWR-*"), .childrenMissing, "1 of 2 PWR-*"),
    Case("two of two", require(2, "PWR-*"), unit: children("PWR-1", "PWR-2", "SNS-1")),
    Case("more than asked", require(1, "PWR-*"), unit: children("PWR-1", "PWR-2")),
    Case("none at all", require(1, "PWR-*"), unit: children(), .childrenMissing, "0 of 1"),
    Case("children not told", require(1, "PWR-*"), unit: .seed { $0.children = nil }, .badReply, "children"),
    Case("a child without a part", require(2, "PWR-*"), unit: children("PWR-1", nil), .badReply, "part.number"),
    Case("a child without a part could not help", require(3, "PWR-*"), unit: children("PWR-1", nil), .childrenMissing),
    Case(
      "the second of two demands",
      Demands(children: ["PWR-*", "SNS-*"].map { RequiredChildren(partNumber: Wildcard($0), count: 1) }),
      .childrenMissing, "SNS-*"),
  ]

  static let blocks: [Case] = [
    Case(
      "blocked serial number", Demands(blockList: BlockList(["SN-1", "sn-2024-001234"])), .blocked, "SN-2024-001234"),
    Case("blocked batch number", Demands(blockList: BlockList(["batch-2024-q1"])), .blocked, "batch BATCH-2024-Q1"),
    Case("not on the list", Demands(blockList: BlockList(["SN-2024-00123", "SN-2024-*"]))),
    Case("no batch to be blocked", Demands(blockList: BlockList(["B"])), unit: .seed { $0.batch = nil }),
  ]

  @Test(
    "Each demand finds what it should, and nothing else", arguments: procedures + ages + batches + families + blocks)
  func everyDemand(one: Case) throws {
    let verdict = try Gate(demands: one.demands).verdict(on: .unit(one.unit, run: one.run))
    #expect(verdict.findings.map(\.code) == [one.code].compactMap(\.self))
    #expect(verdict.isPass == (one.code == nil))
    if one.code == .badReply || one.code == .runNotEnded {
      #expect(verdict.answer == .noVerdict)
    } else if one.code != nil {
      #expect(verdict.answer == .fail)
    }
    if let finding = verdict.findings.first { #expect(finding.detail.contains(one.detail)) }
  }

  @Test("Without a run, the demands on the run have nothing to add")
  func noRun() throws {
    let demands = Demands(procedure: Wildcard("FCT"), maxAge: .seconds(1), minAge: .seconds(1))
    let verdict = try Gate(demands: demands).verdict(on: .unit(.seed, run: nil))
    #expect(verdict.findings.map(\.code) == [.noCreatingRun])
  }
}
