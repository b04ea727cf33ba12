import Gating

/// A lane as the screen knows it: what it shows, and what came before.
struct ShownLane: Sendable {
  let name: String
  // Nothing is shown, READY least of all, until the lane says so.
  var view = LaneView.reading
  private(set) var tally = LaneTally()
  private var lastCounted: UTCTime?

  init(name: String) {
    self.name = name
  }

  mutating func count(_ record: VerdictRecord) {
    tally.count(record, day: LocalTime(record.at).day)
    lastCounted = record.at
  }

  /// The verdicts before the one that is shown, newest first.
  var before: ArraySlice<VerdictRecord> {
    if case .verdict = view { tally.before.dropFirst() } else { tally.before[...] }
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
