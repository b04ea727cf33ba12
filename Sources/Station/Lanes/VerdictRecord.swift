package import Gating
package import Scanning

/// One verdict as it is told, shown and recorded.
package struct VerdictRecord: Sendable {
  /// The moment of decision.
  package var at: UTCTime
  package var station: String
  package var lane: String
  /// The text as scanned: hostile until escaped.
  package var scan: String
  /// The AIM identifier that the scanner sent beside the text; nil: none.
  package var symbology: AIMIdentifier?
  /// nil where the scanned text is no serial number.
  package var serialNumber: SerialNumber?
  package var verdict: Verdict
  /// False for a late or overtaken answer: told under its own number, but no release.
  package var shown: Bool
  /// Requests sent, retries included; 0 where no call was made.
  package var attempts: Int
  /// The HTTP status of the last reply; nil: there was none.
  package var status: Int?
  /// From the first request to the last reply; nil without a call.
  package var requestTime: Duration?
  /// From the kernel's time of the terminator until this is told, or, as it is recorded, until it was decided; nil where
  /// no terminator came.
  package var latency: Duration?
  /// How long it waited for the journal; nil: not yet, or it is not recorded.
  package var recordingTime: Duration?
  /// `sha256:…` of the configuration it was judged under.
  package var configuration: String
  /// A stand-in answered, not TofuPilot.
  package var standIn: Bool
  /// When the same number was shown as PASS here before; nil: never, or nobody knows.
  package var passedBefore: UTCTime?

  package init(
    at: UTCTime, station: String, lane: String, scan: String, symbology: AIMIdentifier? = nil,
    serialNumber: SerialNumber?, verdict: Verdict, shown: Bool, attempts: Int, status: Int? = nil,
    requestTime: Duration? = nil, latency: Duration?, recordingTime: Duration? = nil, configuration: String,
    standIn: Bool, passedBefore: UTCTime? = nil
  ) {
    self.at = at
    self.station = station
    self.lane = lane
    self.scan = scan
    self.symbology = symbology
    self.serialNumber = serialNumber
    self.verdict = verdict
    self.shown = shown
    self.attempts = attempts
    self.status = status
    self.requestTime = requestTime
    self.latency = latency
    self.recordingTime = recordingTime
    self.configuration = configuration
    self.standIn = standIn
    self.passedBefore = passedBefore
  }
}
