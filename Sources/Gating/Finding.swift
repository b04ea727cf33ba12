/// One thing that stands between a unit and its release.
package struct Finding: Hashable, Sendable {
  package let code: ReasonCode
  /// What it makes of the verdict.
  package let answer: Refusal
  /// What was found, for the lead and the journal: `revision D of PCB-MAIN-001: no rule names it`.
  package let detail: String
  package internal(set) var action: Action
  /// The imperative the operator reads: the site's own words, or the code's.
  package internal(set) var text: String

  package init(_ code: ReasonCode, _ answer: Refusal, _ detail: String) {
    self.code = code
    self.answer = answer
    self.detail = detail
    action = code.action
    text = code.text
  }

  /// The reply lacks a field that a demand needs, named as the API writes it.
  static func missing(_ field: String) -> Finding {
    Finding(.badReply, .noVerdict, "the answer has no \(field), which a rule needs")
  }
}

extension [Finding] {
  /// What the findings together make of the verdict: any FAIL is FAIL, else any is NO VERDICT; nil without one.
  var refusal: Refusal? {
    if contains(where: { $0.answer == .fail }) { .fail } else { isEmpty ? nil : .noVerdict }
  }

  /// In the order of the verdict table, each once, in the words that the gate has for it.
  func told(by gate: Gate) -> [Finding] {
    var told: [Finding] = []
    for var finding in sorted(by: { $0.code < $1.code }) {
      finding.text = gate.texts[finding.code] ?? finding.text
      if !told.contains(finding) { told.append(finding) }
    }
    return told
  }
}
