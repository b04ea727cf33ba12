import Gating
import Scanning

// A scan on its way: from its first key to the question it becomes.
extension LaneMachine {
  mutating func begin(_ effects: inout [LaneEffect]) {
    takeTurn()
    switch view {
    case .checking: show(.reading, &effects)
    case .verdict where view.isPass: show(.reading, &effects)
    default: checkingBegins = nil
    }
  }

  mutating func end(_ scan: Scan, _ now: Moment, _ effects: inout [LaneEffect]) {
    begin(&effects)
    let isMixed = overlap.end()
    if let fault = scan.fault {
      return refuse(scan, nil, fault.reason, fault.detail, now, &effects)
    }
    if isMixed {
      return refuse(scan, nil, .scanCut, "two keyboards of the scanner typed at once", now, &effects)
    }
    let number: SerialNumber
    do {
      number = try rules.extraction.serialNumber(in: scan.text, symbology: scan.symbology)
    } catch {
      return refuse(scan, nil, .badScan, "\(error)", now, &effects)
    }
    if inFlight.isFull, let oldest = inFlight.takeOldest() {
      drop(oldest, .superseded, shown: false, now, &effects)
    }
    let isOpen = latest.map { inFlight.contains($0.ticket.id) } ?? false
    let relation = latest?.relation(to: number, of: scan, under: rules, isOpen: isOpen) ?? .separate
    latest?.read(number, at: scan.ended)
    switch relation {
    case .inFlight(let id):
      inFlight.join(scan, to: id)
      wait(for: id, since: scan.ended, &effects)
    case .justAnswered(let answer): tell(scan, number, answer.withoutCall, shown: true, now, &effects)
    case .twoLabels: refuseBoth(scan, number, now, &effects)
    case .separate: ask(scan, number, now, &effects)
    }
  }

  private mutating func ask(
    _ scan: Scan, _ number: SerialNumber, _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    let ticket = nextTicket(scan, number)
    inFlight.add(ticket)
    latest = LatestNumber(ticket: ticket)
    effects.append(.ask(ticket))
    if isRecorded { effects.append(.enter(ticket, unanswered(ticket, now))) }
    wait(for: ticket.id, since: scan.ended, &effects)
  }

  /// What is recorded of a question if nothing else ever is.
  private func unanswered(_ ticket: Ticket, _ now: Moment) -> VerdictRecord {
    VerdictRecord(
      at: now.utc, station: rules.station, lane: rules.lane, scan: ticket.scan.text, symbology: ticket.scan.symbology,
      serialNumber: ticket.serialNumber,
      verdict: .noVerdict(.interrupted, detail: "the station ended before the verdict", under: rules.gate),
      shown: false, attempts: 1, latency: nil, configuration: ticket.configuration, standIn: false)
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
    let others = latest.map { "\($0.ticket.serialNumber.text) and " } ?? ""
    let detail = others + number.text
    if let first = latest, !first.isOneOfTwo {
      let counted = scanAgainsInARow
      if let question = inFlight.take(first.ticket.id) {
        drop(question, .twoLabels, detail, shown: true, now, &effects)
      } else {
        refuse(first.ticket.scan, first.ticket.serialNumber, .twoLabels, detail, now, &effects)
      }
      scanAgainsInARow = counted  // one slip of the operator's, not two
    }
    refuse(scan, number, .twoLabels, detail, now, &effects)
    latest = LatestNumber(ticket: nextTicket(scan, number), isOneOfTwo: true)
  }

  private mutating func nextTicket(_ scan: Scan, _ number: SerialNumber) -> Ticket {
    ticketsMade += 1
    return Ticket(
      id: Ticket.ID(number: ticketsMade), scan: scan, serialNumber: number, configuration: rules.configuration,
      gate: rules.gate)
  }
}
