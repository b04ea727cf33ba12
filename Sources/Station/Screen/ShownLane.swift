import Gating

/// A lane as the screen knows it: what it shows, and what came before.
struct ShownLane: Sendable {
  let name: String
  // Nothing is shown, READY least of all, until the lane says so.
  var view = LaneView.reading {
    didSet { if case .scannerLost(let scanner) = view { loss = scanner.text } }
  }
  /// What is wrong with its scanner: put into words once and not a frame, since who holds it is looked up in all of
  /// `/proc`.
  private(set) var loss = ""
  /// What is odd about its scanner, until the first verdict shows where that scanner really is.
  var remark: String?
  private(set) var tally = LaneTally()
  private var lastCounted: UTCTime?

  init(name: String) {
    self.name = name
  }

  mutating func count(_ record: VerdictRecord) {
    tally.count(record, day: LocalTime(record.at).day)
    lastCounted = record.at
    if record.shown { remark = nil }
  }

  /// The verdicts before the one that is shown, newest first.
  var before: ArraySlice<VerdictRecord> {
    if case .verdict = view { tally.before.dropFirst() } else { tally.before[...] }
  }

  var isLost: Bool {
    if case .scannerLost = view { true } else { false }
  }

  /// Units on hold: `7`, `1000 or more`.
  var held: String {
    tally.held.count < LaneTally.heldLimit ? "\(tally.held.count)" : "\(LaneTally.heldLimit) or more"
  }

  /// Whether the tally is of the day that `now` is on.
  func hasCountedToday(at now: UTCTime) -> Bool {
    lastCounted.map { LocalTime($0).day == LocalTime(now).day } ?? false
  }
}
