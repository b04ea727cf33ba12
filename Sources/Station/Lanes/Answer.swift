package import Gating

/// What asking for one unit came to: the verdict and what it took.
package struct Answer: Sendable {
  package var verdict: Verdict
  /// Requests sent, retries included; 0 where no call was made.
  package var attempts: Int
  /// The HTTP status of the last reply; nil: there was none.
  package var status: Int?
  /// From the first request to the last reply; nil where no call was made.
  package var requestTime: Duration?
  /// A stand-in answered, not TofuPilot.
  package var standIn: Bool
  /// When the same number was shown as PASS here before; nil: never, or it was not known in time.
  package var passedBefore: UTCTime?

  /// The same, where it serves a scan that no call was made for.
  var withoutCall: Answer {
    Answer(verdict: verdict, standIn: standIn, passedBefore: passedBefore)
  }

  package init(
    verdict: Verdict, attempts: Int = 0, status: Int? = nil, requestTime: Duration? = nil, standIn: Bool = false,
    passedBefore: UTCTime? = nil
  ) {
    self.verdict = verdict
    self.attempts = attempts
    self.status = status
    self.requestTime = requestTime
    self.standIn = standIn
    self.passedBefore = passedBefore
  }
}
