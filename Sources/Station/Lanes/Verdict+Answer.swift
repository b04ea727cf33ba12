import Gating

extension Verdict {
  /// PASS or FAIL: TofuPilot answered, and the rules could be applied.
  var isDecided: Bool {
    switch answer {
    case .pass, .fail: true
    case .noVerdict: false
    }
  }

  /// The answer as machines read it.
  var code: String {
    switch answer {
    case .pass: "PASS"
    case .fail: "FAIL"
    case .noVerdict: "NO_VERDICT"
    }
  }

  /// The one thing the operator does next.
  package var imperative: String {
    leadingFinding?.text ?? (isPass ? "PASS IT ON" : "HOLD. Call the lead.")
  }
}
