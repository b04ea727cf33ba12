package import Scanning

/// What a light shows and when, as a state machine without I/O: the lane's messages and the time come in as values,
/// what to light now goes out.
///
/// ```
/// show      a verdict behind a verdict   dark for 100 ms, then it
///           a PASS                       its time begins, light or no light
///           all else                     at once
/// deadline  the dark is over             the verdict
///           the PASS is over             ready
/// lost      nothing, until it is opened again
/// opened    what still holds; of a PASS no more than the rest of its time
/// ```
package struct SignalMachine: Sendable {
  /// What the light shows; nil: there is no light.
  package private(set) var lit: Message?
  private let passTime: Duration
  private var wanted: Message
  private var passEnds: EventTime?
  private var darkEnds: EventTime?

  /// Two verdicts that are alike must be seen as two.
  private static let darkTime: Duration = .milliseconds(100)

  /// Shows the message as soon as a light is opened.
  package init(passTime: Duration, first wanted: Message) {
    self.passTime = passTime
    self.wanted = wanted
  }

  /// When `expire` is due; nil: not at all.
  package var deadline: EventTime? {
    switch lit?.signal {
    case nil: nil
    case .pass: passEnds
    case .reading where wanted.signal.isVerdict: darkEnds
    default: nil
    }
  }

  /// The lane shows something else: gives what to light now, nil where that does not change.
  package mutating func show(_ message: Message, at now: EventTime) -> Message? {
    wanted = message
    passEnds = message.signal == .pass ? now + passTime : nil
    if let lit, lit.signal.isVerdict { darkEnds = now + Self.darkTime }
    return expire(at: now)
  }

  /// Time has passed: gives what to light now, nil where that does not change.
  package mutating func expire(at now: EventTime) -> Message? {
    let due = due(at: now)
    guard let lit, lit != due else { return nil }
    if lit.signal.isVerdict { darkEnds = now + Self.darkTime }
    self.lit = due
    return due
  }

  /// The light has been opened, and is in its safe state: gives what to light now.
  package mutating func opened(at now: EventTime) -> Message {
    let due = due(at: now)
    lit = due
    return due
  }

  package mutating func lost() {
    lit = nil
  }

  private func due(at now: EventTime) -> Message {
    if let passEnds, passEnds <= now { return Message(.ready, lane: wanted.lane) }
    if wanted.signal.isVerdict, let darkEnds, now < darkEnds { return Message(.reading, lane: wanted.lane) }
    return wanted
  }
}
