import Gating
import Journal

extension RecordedVerdict {
  /// As the operator read it; in brackets where nobody did.
  var answerText: String {
    isShown ? answer.text : "(\(answer.text))"
  }

  /// Which run decided, how and when; nil: none did.
  var decision: String? {
    policy.flatMap { policy in run?.summary(under: policy) }
  }

  /// Why, in one line: what the first reason found, or how the run went that allowed it.
  var remark: String {
    let reason = reasons.first.map { "[\($0.code)]\($0.detail.map { $0.isEmpty ? "" : " \($0)" } ?? "")" }
    let decision = decision.flatMap { reasons.first?.detail?.hasPrefix($0) == true ? nil : $0 }
    let rule = rule.map { "rule \"\($0)\"" }
    let words = [
      isShown ? nil : "NOT SHOWN", reason, reasons.count > 1 ? "and \(reasons.count - 1) more" : nil, decision, rule,
      isLate ? "recorded late" : nil, isStandIn ? "STAND-IN" : nil,
    ]
    return words.compactMap(\.self).joined(separator: "  ")
  }
}
