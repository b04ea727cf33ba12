import Gating
import Scanning
import Testing

/// The verdict table and its bullets, row by row: a gate, what TofuPilot answered, and what comes of it.
struct VerdictTableTests {
  struct Row: CustomTestStringConvertible {
    let what: String
    let gate: Gate
    let reply: Reply
    let answer: String
    let codes: [ReasonCode]

    init(_ what: String, under gate: Gate = Gate(), _ reply: Reply, _ answer: String, _ codes: ReasonCode...) {
      self.what = what
      self.gate = gate
      self.reply = reply
      self.answer = answer
      self.codes = codes
    }

    var testDescription: String { what }
  }

  static let lastRun = Gate(policy: .lastRun)
  static let noVerdictInstead = Gate(noCreatingRun: .noVerdict, samples: .noVerdict)
  static let golden = Unit.seed { $0.sample = .golden }

  static let outcomes: [Row] = [
    Row("an allowed outcome passes", .seed("PASS"), "PASS"),
    Row("FAIL is not allowed", .seed("FAIL"), "FAIL", .outcomeNotAllowed),
    Row("ERROR is not allowed", .seed("ERROR"), "FAIL", .outcomeNotAllowed),
    Row("TIMEOUT is not allowed", .seed("TIMEOUT"), "FAIL", .outcomeNotAllowed),
    Row("ABORTED is not allowed", .seed("ABORTED"), "FAIL", .outcomeNotAllowed),
    Row(
      "ABORTED passes where it is allowed", under: Gate(allowedOutcomes: [.pass, .aborted]), .seed("ABORTED"), "PASS"),
    Row(
      "PASS fails where it is not allowed", under: Gate(allowedOutcomes: [.aborted]), .seed("PASS"), "FAIL",
      .outcomeNotAllowed
    ),
    Row("an empty list allows nothing", under: Gate(allowedOutcomes: []), .seed("PASS"), "FAIL", .outcomeNotAllowed),
    Row("lower case is another word", .seed("pass"), "NO VERDICT", .unknownOutcome),
    Row("an outcome of tomorrow", .seed("WAIVED"), "NO VERDICT", .unknownOutcome),
    Row("an empty outcome", .seed(""), "NO VERDICT", .unknownOutcome),
    Row("white space is part of the word", .seed("PASS "), "NO VERDICT", .unknownOutcome),
    Row(
      "no list allows an unknown outcome", under: Gate(allowedOutcomes: [.unknown("WAIVED")]), .seed("WAIVED"),
      "NO VERDICT",
      .unknownOutcome),
  ]

  static let runs: [Row] = [
    Row("no creating run", .unit(.seed, run: nil), "FAIL", .noCreatingRun),
    Row(
      "no creating run, by configuration", under: noVerdictInstead, .unit(.seed, run: nil), "NO VERDICT", .noCreatingRun
    ),
    Row("no run at all under last-run", under: lastRun, .unit(.seed, run: nil), "FAIL", .noCreatingRun),
    Row("the last run passed", under: lastRun, .seed("PASS"), "PASS"),
    Row("the last run goes on", under: lastRun, .unit(.seed, run: .seed("PASS", .running)), "NO VERDICT", .runNotEnded),
    Row(
      "the last run's end is not told", under: lastRun, .unit(.seed, run: .seed("PASS", .unknown)), "NO VERDICT",
      .badReply),
    Row("a creating run's end is not asked for", .unit(.seed, run: .seed("PASS", .unknown)), "PASS"),
    Row(
      "a run that goes on and failed so far", under: lastRun, .unit(.seed, run: .seed("FAIL", .running)), "FAIL",
      .outcomeNotAllowed, .runNotEnded),
  ]

  static let units: [Row] = [
    Row("unknown unit", .unknownUnit, "FAIL", .unknownUnit),
    Row("two units for one number", under: lastRun, .severalUnits(2), "NO VERDICT", .serialMismatch),
    Row("golden", .unit(golden, run: .seed), "FAIL", .referenceSample),
    Row("failing", .unit(.seed { $0.sample = .failing }, run: .seed), "FAIL", .referenceSample),
    Row("ignored", .unit(.seed { $0.sample = .ignored }, run: .seed), "FAIL", .referenceSample),
    Row("golden, by configuration", under: noVerdictInstead, .unit(golden, run: .seed), "NO VERDICT", .referenceSample),
    Row(
      "a kind of sample not known", .unit(.seed { $0.sample = Sample("Golden") }, run: .seed), "NO VERDICT",
      .unknownSample),
    Row("another unit", .unit(.seed { $0.serialNumber = "SN-2024-001235" }, run: .seed), "NO VERDICT", .serialMismatch),
    Row(
      "another unit's failure is not this one's",
      .unit(.seed { $0.serialNumber = "SN-2024-001235" }, run: .seed("FAIL")), "NO VERDICT", .serialMismatch),
    Row("the same unit in another case", .unit(.seed { $0.serialNumber = "sn-2024-001234" }, run: .seed), "PASS"),
  ]

  static let failures: [Row] = [
    .unauthorized, .forbidden, .redirected, .badReply, .rateLimited, .serverError, .timeout, .unreachable,
  ].map { Row("no answer: \($0.rawValue)", .failed($0, detail: "as the client says"), "NO VERDICT", $0) }

  static let combinations: [Row] = [
    Row(
      "FAIL outweighs what is undecided",
      .unit(.seed { $0.sample = .unknown("spare") }, run: .seed("FAIL")), "FAIL", .outcomeNotAllowed, .unknownSample),
    Row(
      "two undecided are no PASS", under: noVerdictInstead,
      .unit(golden, run: .seed("WAIVED")), "NO VERDICT", .referenceSample, .unknownOutcome),
    Row(
      "every finding is told, in the order of the table",
      under: Gate(
        demands: Demands(procedure: Wildcard("FCT"), maxAge: .seconds(60), blockList: BlockList(["batch-2024-q1"])),
        rules: [Rule(name: "other", partNumbers: [Wildcard("SNS-*")])]),
      .unit(golden, run: .seed("FAIL")), "FAIL",
      .outcomeNotAllowed, .referenceSample, .partNotAllowed, .procedureNotPassed, .tooOld, .blocked),
    Row(
      "one reason is told once",
      under: Gate(policy: .lastRun, demands: Demands(maxAge: .seconds(60), minAge: .seconds(1))),
      .unit(.seed, run: .seed("PASS", .running)), "NO VERDICT", .runNotEnded),
  ]

  @Test(
    "Every row of the verdict table comes out as written",
    arguments: outcomes + runs + units + failures + combinations)
  func everyRow(row: Row) throws {
    let verdict = try row.gate.verdict(on: row.reply)
    #expect(verdict.answer.text == row.answer)
    #expect(verdict.findings.map(\.code) == row.codes)
    #expect(verdict.policy == row.gate.policy)
  }

  @Test("A PASS is released for the number that was scanned, and passed on")
  func release() throws {
    let verdict = try Gate().verdict(on: .seed("PASS"), scanned: "sn-2024-001234")
    guard case .pass(let release) = verdict.answer else {
      Issue.record("no PASS")
      return
    }
    #expect(release.serialNumber.text == "sn-2024-001234")
    #expect(release.outcome == .pass)
    #expect(verdict.action == .passOn)
    #expect(verdict.unit == .seed)
    #expect(verdict.run == .seed)
  }

  @Test("The Kelvin sign is no K", arguments: [("K-1", "\u{212A}-1"), ("\u{212A}-1", "K-1"), ("k-1", "\u{212A}-1")])
  func kelvinSign(scanned: String, replied: String) throws {
    let verdict = try Gate().verdict(on: .unit(.seed { $0.serialNumber = replied }, run: .seed), scanned: scanned)
    #expect(verdict.findings.map(\.code) == [.serialMismatch])
  }

  @Test(
    "A reference unit says what it would have been",
    arguments: [("PASS", "PASS"), ("FAIL", "FAIL"), ("WAIVED", "NO VERDICT")])
  func wouldBe(outcome: String, wouldBe: String) throws {
    let verdict = try Gate().verdict(on: .unit(Self.golden, run: .seed(outcome)))
    let finding = verdict.findings.first { $0.code == .referenceSample }
    #expect(finding?.detail == "reference unit golden: would be \(wouldBe)")
  }
}
