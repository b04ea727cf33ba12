import Gating
import Scanning

/// The questions of one lane that are under way, oldest first, each with every scan that waits for its answer.
struct InFlight: Sendable {
  struct Question: Sendable {
    var ticket: Ticket
    /// The ticket's own scan, and those of the same number that came while it was asked.
    var scans: [Scan]
    var passedBefore: UTCTime?
  }

  private var questions: [Question] = []

  var isEmpty: Bool { questions.isEmpty }

  var isFull: Bool { questions.reduce(0) { $0 + $1.scans.count } >= LaneRules.scansInFlight }

  func contains(_ id: Ticket.ID) -> Bool {
    questions.contains { $0.ticket.id == id }
  }

  func ticket(_ id: Ticket.ID) -> Ticket? {
    questions.first { $0.ticket.id == id }?.ticket
  }

  mutating func add(_ ticket: Ticket) {
    questions.append(Question(ticket: ticket, scans: [ticket.scan]))
  }

  mutating func join(_ scan: Scan, to id: Ticket.ID) {
    for index in questions.indices where questions[index].ticket.id == id {
      questions[index].scans.append(scan)
    }
  }

  mutating func note(passedBefore time: UTCTime, of id: Ticket.ID) {
    for index in questions.indices where questions[index].ticket.id == id {
      questions[index].passedBefore = time
    }
  }

  mutating func take(_ id: Ticket.ID) -> Question? {
    guard let index = questions.firstIndex(where: { $0.ticket.id == id }) else { return nil }
    return questions.remove(at: index)
  }

  mutating func takeOldest() -> Question? {
    questions.isEmpty ? nil : questions.removeFirst()
  }
}
