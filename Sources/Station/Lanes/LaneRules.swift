package import Gating
package import Scanning

/// What the configuration says about one lane.
package struct LaneRules: Sendable {
  package var station: String
  package var lane: String
  package var extraction: Extraction
  package var gate: Gate
  /// How long a PASS stands.
  package var passTime: Duration = .seconds(3)
  /// `sha256:…` of the effective configuration.
  package var configuration: String

  /// CHECKING is shown from here on: a quicker answer would only flicker.
  static let checkingAfter = Duration.milliseconds(150)
  static let scansInFlight = 8
  /// So many `scan_again` in a row: scanning again does not help.
  static let scanAgainLimit = 3

  package init(
    station: String, lane: String, extraction: Extraction, gate: Gate, passTime: Duration = .seconds(3),
    configuration: String
  ) {
    self.station = station
    self.lane = lane
    self.extraction = extraction
    self.gate = gate
    self.passTime = passTime
    self.configuration = configuration
  }
}
