package import Gating

/// What asking for one unit came to: the verdict and what it took.
package struct Answer: Sendable {
  package var verdict: Verdict
  /// Requests sent, retries included; 0 where no call was made.
  package var attempts: Int
  /// A stand-in answered, not TofuPilot.
  package var standIn: Bool

  /// The same, where it serves a scan that no call was made for.
  var withoutCall: Answer {
    Answer(verdict: verdict, standIn: standIn)
  }

  package init(verdict: Verdict, attempts: Int = 0, standIn: Bool = false) {
    self.verdict = verdict
    self.attempts = attempts
    self.standIn = standIn
  }
}
