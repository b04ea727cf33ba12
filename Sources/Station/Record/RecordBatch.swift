import Gating
import Journal
import Scanning

/// Orders as the lines of one transaction, and the questions that are still open after it.
struct RecordBatch {
  struct Line {
    var payload: String
    var closing: String?
    /// Who waits for it; nil: it is told already, and must not be lost.
    var answer: (@Sendable (RecordingOutcome) -> Void)?
  }

  struct Question {
    var key: String
    var serialNumber: SerialNumber
    var payload: String
    var passed: @Sendable (UTCTime) -> Void

    /// Tells when its number passed before, and leaves the scan open until its verdict is recorded.
    func enter(in journal: Journal) throws(JournalError) {
      // What the operator is told beside the verdict is worth no trouble.
      if let pass = try? journal.latestPass(of: serialNumber.text) { passed(pass) }
      try journal.enter(OpenScan(key: key, payload: payload))
    }
  }

  private let version: String
  private let isClockSynchronised: Bool
  private(set) var lines: [Line] = []
  private(set) var questions: [Question] = []

  init(version: String, isClockSynchronised: Bool) {
    self.version = version
    self.isClockSynchronised = isClockSynchronised
  }

  mutating func add(_ order: RecordOrder) {
    switch order {
    case .enter(let question, let passed):
      questions.append(
        Question(
          key: question.key, serialNumber: question.serialNumber, payload: payload(question.verdict, isLate: true),
          passed: passed))
    case .record(let verdict, let answer):
      lines.append(Line(payload: payload(verdict, isLate: false), closing: verdict.closing, answer: answer))
      // Entered and answered while the disk was busy: it need not be entered any more.
      questions.removeAll { $0.key == verdict.closing }
    case .keep(let verdict):
      lines.append(Line(payload: payload(verdict, isLate: true), closing: verdict.closing))
    case .note(let note, let time):
      lines.append(Line(payload: note.entry(at: time).closed))
    case .adopt: break
    }
  }

  private func payload(_ verdict: RecordOrder.RecordedVerdict, isLate: Bool) -> String {
    verdict.record.entry(
      by: version, verdict.equipment, isClockSynchronised: isClockSynchronised, isLate: isLate)
  }
}
