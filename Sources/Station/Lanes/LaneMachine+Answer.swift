import Gating
import Scanning

// A scan at its end: the one verdict that is told of it.
extension LaneMachine {
  mutating func conclude(_ id: Ticket.ID, _ answer: Answer, _ now: Moment, _ effects: inout [LaneEffect]) {
    guard let question = inFlight.take(id) else { return }
    var answer = answer
    answer.passedBefore = question.passedBefore
    // What is withheld now is asked anew, not shown again.
    if latest?.ticket.id == id, bars.isEmpty { latest?.answer = answer }
    tell(question, answer, shown: owner == id, now, &effects)
  }

  /// Ends a question that nobody waits for any more.
  mutating func drop(
    _ question: InFlight.Question, _ code: ReasonCode, _ detail: String = "", shown: Bool, _ now: Moment,
    _ effects: inout [LaneEffect]
  ) {
    effects.append(.abandon(question.ticket.id))
    let verdict = Verdict.noVerdict(code, detail: detail, under: question.ticket.gate)
    // It was asked, though nobody waits to hear how often.
    tell(question, Answer(verdict: verdict, attempts: 1), shown: shown, now, &effects)
  }

  /// Tells a scan as NO VERDICT without a call.
  mutating func refuse(
    _ scan: Scan, _ number: SerialNumber?, _ code: ReasonCode, _ detail: String, _ now: Moment,
    _ effects: inout [LaneEffect]
  ) {
    let verdict = Verdict.noVerdict(code, detail: detail, under: rules.gate)
    tell(scan, number, Answer(verdict: verdict), shown: true, now, &effects)
  }

  /// Tells each scan that waited for this answer; the call counts for the first.
  private mutating func tell(
    _ question: InFlight.Question, _ answer: Answer, shown: Bool, _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    let ticket = question.ticket
    for (index, scan) in question.scans.enumerated() {
      tell(
        scan, ticket.serialNumber, index == 0 ? answer : answer.withoutCall, of: index == 0 ? ticket : nil,
        under: ticket.configuration, shown: shown, now, &effects)
    }
  }

  /// - Parameter ticket: the question that ends with this.
  mutating func tell(
    _ scan: Scan, _ number: SerialNumber?, _ answer: Answer, of ticket: Ticket? = nil,
    under configuration: String? = nil, shown: Bool,
    _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    var verdict = answer.verdict
    if case .pass(let release) = verdict.answer, release.serialNumber != number {
      // Never while the lane works as it should: a release is for the number that was scanned.
      verdict = .noVerdict(.serialMismatch, detail: "the release is for another unit", under: rules.gate)
    }
    for bar in bars.values { verdict = verdict.withheld(bar.code, detail: bar.detail, under: rules.gate) }
    if shown {
      scanAgainsInARow = verdict.action == .scanAgain ? scanAgainsInARow + 1 : 0
      if scanAgainsInARow >= LaneRules.scanAgainLimit { verdict = verdict.escalated() }
    }
    let record = VerdictRecord(
      at: now.utc, station: rules.station, lane: rules.lane, scan: scan.text, symbology: scan.symbology,
      serialNumber: number, verdict: verdict,
      shown: shown, attempts: answer.attempts, status: answer.status, requestTime: answer.requestTime,
      latency: now.monotonic - scan.ended, configuration: configuration ?? rules.configuration,
      standIn: answer.standIn, passedBefore: answer.passedBefore)
    submit(record, of: scan, closing: ticket, now, &effects)
  }
}
