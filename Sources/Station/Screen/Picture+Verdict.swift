import Gating
import Scanning

extension Picture {
  init(of record: VerdictRecord) {
    let verdict = record.verdict
    switch verdict.answer {
    case .pass: self.init(word: "PASS", icon: .tick, style: Style(tone: .green), isFilled: true)
    case .fail: self.init(word: "FAIL", icon: .cross, border: .double, style: Style(tone: .red))
    case .noVerdict: self.init(word: "NO VERDICT", icon: .question, border: .dashed, style: Style(tone: .amber))
    }
    number = record.serialNumber?.text
    scan = number == nil ? record.scan : nil
    let rule = verdict.allowance == nil ? verdict.rule.map { "rule \"\($0)\"" } : nil
    part = verdict.unit?.part.map { [$0.label, $0.name, rule].compactMap(\.self).joined(separator: "   ") }
    reasons = verdict.reasons
    imperative = verdict.imperative
    notes = [record.passedBefore.map { Self.earlierPass($0, seenFrom: record.at) }].compactMap(\.self)
  }

  /// The same number green twice: a label that was copied, or a unit that came round.
  private static func earlierPass(_ time: UTCTime, seenFrom now: UTCTime) -> String {
    let (time, now) = (LocalTime(time), LocalTime(now))
    return "this number passed \(time.day == now.day ? time.clockToTheMinute : time.dateAndClock) here"
  }
}

extension Verdict {
  /// Why, in lines: which run decided, in local time; what was found; by whose leave a run that was no PASS passes.
  fileprivate var reasons: [String] {
    let decision = decisionInLocalTime
    guard let finding = leadingFinding else { return [decision, allowance].compactMap(\.self) }
    var found = finding.detail
    // Most details begin with the run; it is said once, and here with the time.
    let run = self.decision ?? ""
    let isOfRun = !run.isEmpty && found.hasPrefix(run)
    if isOfRun { found = String(found.dropFirst(run.count)) }
    if case .noVerdict = answer { found += "  [\(finding.code.rawValue)]" }
    guard let decision else { return [found] }
    return isOfRun ? [decision + " " + found] : [decision, found]
  }

  /// `first run PASS · PCB Assembly · 12 Mar 2026 10:30`
  private var decisionInLocalTime: String? {
    guard let run else { return nil }
    let end = run.endedAt.map { LocalTime($0).dateAndClock }
    return ["\(policy.run) \(run.outcome.text)", run.procedure, end].compactMap(\.self).joined(separator: " · ")
  }
}
