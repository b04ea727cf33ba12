package import Gating

/// Which entries are asked for; what is left nil or false lets every entry through.
package struct EntryFilter: Hashable, Sendable {
  /// The first moment.
  package var since: UTCTime?
  /// The moment after the last one.
  package var until: UTCTime?
  package var lane: String?
  /// Whatever the case of its letters.
  package var serialNumber: String?
  package var answer: RecordedAnswer?
  /// The first reason's code, which is what the operator saw.
  package var reason: String?
  /// Of the entries that time, lane and number let through, those alone that are the last verdict on their unit, and left
  /// it on hold: a NO VERDICT, or shown to nobody.
  package var isHeld = false

  package init(
    since: UTCTime? = nil, until: UTCTime? = nil, lane: String? = nil, serialNumber: String? = nil,
    answer: RecordedAnswer? = nil, reason: String? = nil, isHeld: Bool = false
  ) {
    self.since = since
    self.until = until
    self.lane = lane
    self.serialNumber = serialNumber
    self.answer = answer
    self.reason = reason
    self.isHeld = isHeld
  }
}

/// An answer as an entry has it.
package enum RecordedAnswer: String, CaseIterable, Codable, Hashable, Sendable {
  case pass = "PASS"
  case fail = "FAIL"
  case noVerdict = "NO_VERDICT"

  /// As the operator reads it.
  package var text: String {
    switch self {
    case .pass: "PASS"
    case .fail: Refusal.fail.text
    case .noVerdict: Refusal.noVerdict.text
    }
  }
}
