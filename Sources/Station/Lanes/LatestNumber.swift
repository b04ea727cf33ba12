import Gating
import Scanning

/// The serial number a lane read last, which the next scan is held against.
struct LatestNumber: Sendable {
  /// How a newly read number stands to the latest one.
  enum Relation {
    /// The same number, and its question is still under way.
    case inFlight(Ticket.ID)
    /// The same number, answered so shortly before that asking again would tell the same.
    case justAnswered(Answer)
    /// Another number, so soon that both labels may be on one unit.
    case twoLabels
    /// A question of its own.
    case separate
  }

  let ticket: Ticket
  /// nil while the question is under way, and for ever where it ended without a call.
  var answer: Answer?
  /// It was one of two labels in view: known to be wrong, and told so already.
  let isOneOfTwo: Bool
  /// When it was read last: a label that is read over and over is still in view.
  private var lastRead: EventTime

  init(ticket: Ticket, isOneOfTwo: Bool = false) {
    self.ticket = ticket
    self.isOneOfTwo = isOneOfTwo
    lastRead = ticket.scan.ended
  }

  mutating func read(_ number: SerialNumber, at time: EventTime) {
    if number == ticket.serialNumber { lastRead = time }
  }

  func relation(to number: SerialNumber, of scan: Scan, under rules: LaneRules, isOpen: Bool) -> Relation {
    let isSame = number == ticket.serialNumber
    // Counted to the next label's first key, so that a slow scanner's typing does not hide the second label.
    let isClose = rules.gate.twoLabels > .zero && scan.began - lastRead <= rules.gate.twoLabels
    if isClose, !isSame || isOneOfTwo { return .twoLabels }
    guard isSame, ticket.configuration == rules.configuration,
      scan.ended - ticket.scan.ended <= rules.gate.duplicateWindow
    else { return .separate }
    if isOpen { return .inFlight(ticket.id) }
    guard let answer, answer.verdict.isDecided else { return .separate }
    return .justAnswered(answer)
  }
}
