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
  /// What the journal was asked for: `enter A1`, `record A1 PASS closing 1`, `keep …`, `withdraw 7`.
  private(set) var journal: [String] = []
  /// Records that nothing was answered to yet.
  private(set) var uncommitted: [PendingRecord.ID] = []
  private var sequence: Int64 = 0
  let gate: Gate

  /// - Parameter isRecorded: whether there is a journal, which `needsRecord` makes a must.
  init(
    gate: Gate = Gate(), extraction: Extraction = Extraction(), isRecorded: Bool = false, needsRecord: Bool = true
  ) {
    self.gate = gate
    let rules = LaneRules(
      station: "FINAL-3", lane: "1", extraction: extraction, gate: gate, configuration: "sha256:test",
      needsRecord: needsRecord)
    machine = LaneMachine(rules: rules, isRecorded: isRecorded)
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
      case .enter(let ticket, let record): journal.append("enter \(ticket.id.number): \(record.summary)")
      case .record(let id, let record, let ticket):
        uncommitted.append(id)
        journal.append("record \(record.summary)\(ticket.closing)")
      case .keep(let record, let ticket): journal.append("keep \(record.summary)\(ticket.closing)")
      case .withdraw(let sequence): journal.append("withdraw \(sequence)")
      case .tell(let record): told.append(record)
      case .show(let view): views.append(view)
      }
    }
  }

  /// The disk has the oldest record that it was asked for and did not answer to.
  mutating func commit() {
    sequence += 1
    receive(.recorded(uncommitted.removeFirst(), .committed(sequence)))
  }

  /// The disk refuses that record.
  mutating func refuse() {
    receive(.recorded(uncommitted.removeFirst(), .failed(Self.fullDisk)))
  }

  static let fullDisk = HoldCause(code: .notRecorded, detail: "the disk is full", since: UTCTime(nanoseconds: 0))

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

extension Ticket? {
  fileprivate var closing: String { map { " closing \($0.id.number)" } ?? "" }
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
