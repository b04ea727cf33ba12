package import Gating
package import Scanning

/// What the configuration says about one lane.
package struct LaneRules: Hashable, Sendable {
  package var station: String
  package var lane: String
  package var extraction: Extraction
  package var gate: Gate
  /// How long a PASS stands.
  package var passTime: Duration = .seconds(3)
  /// `sha256:…` of the effective configuration.
  package var configuration: String
  /// Where there is a journal, a verdict that cannot be recorded is NO VERDICT.
  package var needsRecord: Bool

  /// CHECKING is shown from here on: a quicker answer would only flicker.
  static let checkingAfter = Duration.milliseconds(150)
  /// How long the disk may take for a record; past it the operator is told so instead of waiting on.
  static let recordingLimit = Duration.seconds(2)
  static let scansInFlight = 8
  /// So many `scan_again` in a row: scanning again does not help.
  static let scanAgainLimit = 3

  package init(
    station: String, lane: String, extraction: Extraction, gate: Gate, passTime: Duration = .seconds(3),
    configuration: String, needsRecord: Bool = true
  ) {
    self.station = station
    self.lane = lane
    self.extraction = extraction
    self.gate = gate
    self.passTime = passTime
    self.configuration = configuration
    self.needsRecord = needsRecord
  }

  /// Whether a scan is read, judged and shown by both in the same way: they are of two configurations that differ in
  /// other things.
  func decides(like other: LaneRules) -> Bool {
    var other = other
    other.configuration = configuration
    return self == other
  }
}
