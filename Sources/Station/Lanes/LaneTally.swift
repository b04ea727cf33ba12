import Gating
package import Scanning

/// What a lane keeps of its verdicts for the operator: today's counts, the two before, and the units still on hold.
package struct LaneTally: Sendable {
  package private(set) var scans = 0
  package private(set) var passes = 0
  package private(set) var fails = 0
  package private(set) var noVerdicts = 0
  /// The verdicts that were shown, newest first, the one that stands now included.
  package private(set) var before: [VerdictRecord] = []
  /// Units of which nobody was shown a PASS or FAIL since their last NO VERDICT or overtaken answer.
  package private(set) var held: Set<SerialNumber> = []
  private var day: Int?

  /// The list is for people: past so many units it stops growing and says "at least".
  package static let heldLimit = 1000
  private static let beforeLimit = 3

  package init() {}

  /// - Parameter day: the station's local calendar day, as any number that changes at midnight.
  package mutating func count(_ record: VerdictRecord, day: Int) {
    if day != self.day {
      (scans, passes, fails, noVerdicts) = (0, 0, 0, 0)
      self.day = day
    }
    scans += 1
    switch record.verdict.answer {
    case .pass: passes += 1
    case .fail: fails += 1
    case .noVerdict: noVerdicts += 1
    }
    if record.shown {
      before.insert(record, at: 0)
      before = Array(before.prefix(Self.beforeLimit))
    }
    guard let number = record.serialNumber else { return }
    if record.verdict.isDecided, record.shown {
      held.remove(number)
    } else if held.count < Self.heldLimit {
      held.insert(number)
    }
  }
}
