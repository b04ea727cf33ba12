import Gating
import Scanning

extension LaneMachine {
  mutating func begin(_ effects: inout [LaneEffect]) {
    owner = nil
    switch view {
    case .checking: show(.reading, &effects)
    case .verdict where view.isPass: show(.reading, &effects)
    default: checkingBegins = nil
    }
  }

  mutating func end(_ scan: Scan, _ now: Moment, _ effects: inout [LaneEffect]) {
    owner = nil
    if let fault = scan.fault {
      return refuse(scan, nil, fault.reason, fault.detail, now, &effects)
    }
    let number: SerialNumber
    do {
      number = try rules.extraction.serialNumber(in: scan.text)
    } catch {
      return refuse(scan, nil, .badScan, "\(error)", now, &effects)
    }
    let isOpen = latest.map { inFlight.contains($0.ticket.id) } ?? false
    switch latest?.relation(to: number, of: scan, under: rules, isOpen: isOpen) ?? .separate {
    case .inFlight(let id):
      inFlight.join(scan, to: id)
      wait(for: id, since: scan.ended, &effects)
    case .justAnswered(let answer):
      var again = answer
      again.attempts = 0
      tell(scan, number, again, shown: true, now, &effects)
    case .twoLabels: refuseBoth(scan, number, now, &effects)
    case .separate: ask(scan, number, now, &effects)
    }
  }

  private mutating func ask(_ scan: Scan, _ number: SerialNumber, _ now: Moment, _ effects: inout [LaneEffect]) {
    if inFlight.isFull, let oldest = inFlight.takeOldest() {
      drop(oldest, .superseded, shown: false, now, &effects)
    }
    let ticket = nextTicket(scan, number)
    inFlight.add(ticket)
    latest = LatestNumber(ticket: ticket)
    effects.append(.ask(ticket))
    wait(for: ticket.id, since: scan.ended, &effects)
  }

  private mutating func wait(for id: Ticket.ID, since ended: EventTime, _ effects: inout [LaneEffect]) {
    owner = id
    show(.reading, &effects)
    checkingBegins = ended + LaneRules.checkingAfter
  }

  /// Two labels in view: nobody knows which one is the unit's, so the verdict of the first is taken back too.
  private mutating func refuseBoth(
    _ scan: Scan, _ number: SerialNumber, _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    let both = "\(latest?.ticket.serialNumber.text ?? "") and \(number.text)"
    if let first = latest, !first.isOneOfTwo {
      if let question = inFlight.take(first.ticket.id) {
        effects.append(.abandon(question.ticket.id))
      }
      let counted = scanAgainsInARow
      refuse(first.ticket.scan, first.ticket.serialNumber, .twoLabels, both, now, &effects)
      scanAgainsInARow = counted  // one slip of the operator's, not two
    }
    refuse(scan, number, .twoLabels, both, now, &effects)
    latest = LatestNumber(ticket: nextTicket(scan, number), isOneOfTwo: true)
  }

  private mutating func nextTicket(_ scan: Scan, _ number: SerialNumber) -> Ticket {
    ticketsMade += 1
    return Ticket(
      id: Ticket.ID(number: ticketsMade), scan: scan, serialNumber: number, configuration: rules.configuration)
  }
}

// MARK: - An answer

extension LaneMachine {
  mutating func conclude(_ id: Ticket.ID, _ answer: Answer, _ now: Moment, _ effects: inout [LaneEffect]) {
    guard let question = inFlight.take(id) else { return }
    if latest?.ticket.id == id {
      latest?.answer = answer
    }
    tell(question, answer, shown: owner == id, now, &effects)
  }

  /// Ends a question that nobody waits for any more.
  mutating func drop(
    _ question: InFlight.Question, _ code: ReasonCode, shown: Bool, _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    effects.append(.abandon(question.ticket.id))
    let verdict = Verdict.noVerdict(code, detail: "", under: rules.gate)
    tell(question, Answer(verdict: verdict), shown: shown, now, &effects)
  }

  private mutating func tell(
    _ question: InFlight.Question, _ answer: Answer, shown: Bool, _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    for scan in question.scans {
      tell(scan, question.ticket.serialNumber, answer, shown: shown, now, &effects)
    }
  }

  private mutating func refuse(
    _ scan: Scan, _ number: SerialNumber?, _ code: ReasonCode, _ detail: String, _ now: Moment,
    _ effects: inout [LaneEffect]
  ) {
    let verdict = Verdict.noVerdict(code, detail: detail, under: rules.gate)
    tell(scan, number, Answer(verdict: verdict), shown: true, now, &effects)
  }

  private mutating func tell(
    _ scan: Scan, _ number: SerialNumber?, _ answer: Answer, shown: Bool, _ now: Moment,
    _ effects: inout [LaneEffect]
  ) {
    var verdict = answer.verdict
    if shown {
      scanAgainsInARow = verdict.leadingFinding?.action == .scanAgain ? scanAgainsInARow + 1 : 0
      if scanAgainsInARow >= LaneRules.scanAgainLimit { verdict = verdict.escalated() }
    }
    let record = VerdictRecord(
      at: now.utc, station: rules.station, lane: rules.lane, scan: scan.text, serialNumber: number, verdict: verdict,
      shown: shown, attempts: answer.attempts, latency: now.monotonic - scan.ended,
      configuration: rules.configuration, standIn: answer.standIn)
    effects.append(.tell(record))
    guard shown else { return }
    show(.verdict(record), &effects)
    if view.isPass { passEnds = now.monotonic + rules.passTime }
  }
}
