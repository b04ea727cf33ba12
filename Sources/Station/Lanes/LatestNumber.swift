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

  var ticket: Ticket
  /// nil while the question is under way, and for ever where it ended without a call.
  var answer: Answer?
  /// It was one of two labels in view: known to be wrong, and told so already.
  var isOneOfTwo = false

  func relation(to number: SerialNumber, of scan: Scan, under rules: LaneRules, isOpen: Bool) -> Relation {
    guard number == ticket.serialNumber else {
      // Counted to the next label's first key, so that a slow scanner's typing does not hide the second label.
      let isClose = scan.began - ticket.scan.ended <= rules.gate.twoLabels
      return rules.gate.twoLabels > .zero && isClose ? .twoLabels : .separate
    }
    guard ticket.configuration == rules.configuration else { return .separate }
    if isOpen { return .inFlight(ticket.id) }
    guard let answer, answer.verdict.isDecided, scan.ended - ticket.scan.ended <= rules.gate.duplicateWindow else {
      return .separate
    }
    return .justAnswered(answer)
  }
}
