import Gating
import Scanning

@testable import Station

/// A lane's machine on a clock that the test moves, and everything it wanted done.
struct LaneBench {
  var machine: LaneMachine
  private(set) var now: Moment
  private(set) var told: [VerdictRecord] = []
  private(set) var asked: [Ticket] = []
  private(set) var abandoned: [Ticket.ID] = []
  private(set) var views: [LaneView] = []
  let gate: Gate

  init(gate: Gate = Gate(), extraction: Extraction = Extraction()) {
    self.gate = gate
    let rules = LaneRules(
      station: "FINAL-3", lane: "1", extraction: extraction, gate: gate, configuration: "sha256:test")
    machine = LaneMachine(rules: rules)
    now = Moment(monotonic: EventTime(nanoseconds: 1_000_000_000_000), utc: UTCTime(nanoseconds: 0))
  }

  /// What the operator was told last.
  var last: VerdictRecord? { told.last }

  mutating func wait(_ milliseconds: Int) {
    now.monotonic = now.monotonic + .milliseconds(milliseconds)
  }

  /// Lets time pass, with the lane's own deadlines kept on the way.
  mutating func pass(_ milliseconds: Int) {
    let end = now.monotonic + .milliseconds(milliseconds)
    while let deadline = machine.deadline, deadline <= end {
      now.monotonic = max(deadline, now.monotonic)
      receive(.timer)
    }
    now.monotonic = end
  }

  mutating func receive(_ input: LaneInput) {
    for effect in machine.receive(input, at: now) {
      switch effect {
      case .ask(let ticket): asked.append(ticket)
      case .abandon(let id): abandoned.append(id)
      case .tell(let record): told.append(record)
      case .show(let view): views.append(view)
      }
    }
  }

  mutating func begin() {
    receive(.scanner(.began(now.monotonic)))
  }

  /// First key, 10 ms of typing, terminator.
  mutating func scan(_ text: String, fault: ScanFault? = nil, symbology: AIMIdentifier? = nil) {
    let began = now.monotonic
    begin()
    wait(10)
    receive(
      .scanner(
        .scan(Scan(text: text, began: began, ended: now.monotonic, fault: fault, symbology: symbology))))
  }

  /// Answers the question asked `index`-th, counted from 0.
  mutating func answer(_ index: Int, _ outcome: Outcome) {
    let ticket = asked[index]
    let unit = Unit(serialNumber: ticket.serialNumber.text)
    answer(index, .unit(unit, run: Run(outcome: outcome)))
  }

  mutating func answer(_ index: Int, _ reply: Reply) {
    let ticket = asked[index]
    receive(.answered(ticket.id, Answer(verdict: verdict(reply, on: ticket.serialNumber), attempts: 1)))
  }

  func verdict(_ reply: Reply, on number: SerialNumber) -> Verdict {
    switch Policy(gate: gate).judge(reply, asked: gate.policy, for: number, now: now.utc) {
    case .verdict(let verdict): verdict
    case .ask: .noVerdict(.badReply, detail: "", under: gate)
    }
  }
}

extension VerdictRecord {
  /// `PASS`, `FAIL outcome_not_allowed`, `NO VERDICT timeout hold`: what a test compares.
  var summary: String {
    let codes = verdict.findings.map(\.code.rawValue)
    return ([serialNumber?.text ?? scan, verdict.answer.text] + codes + (shown ? [] : ["unseen"]))
      .joined(separator: " ")
  }
}

extension LaneView {
  var word: String {
    switch self {
    case .ready: "READY"
    case .reading: "reading"
    case .checking: "CHECKING"
    case .verdict(let record): record.verdict.answer.text
    case .hold: "HOLD"
    case .scannerLost: "SCANNER LOST"
    case .stopping: "STOPPING"
    }
  }
}
