import Gating
package import Journal
import Scanning
package import Settings

/// Judges recorded verdicts by a configuration, each at its own time: the number is read from the scan again, and the unit
/// and run that TofuPilot answered with then go by the rules.
///
/// What the scan itself or the network brought about stays as it was, and so do the times between scans.
package struct Rejudge: Sendable {
  private let plan: LanePlan
  private let policy: Policy

  package init(by loaded: LoadedConfiguration) {
    plan = LanePlan(loaded.configuration, hash: loaded.hash)
    policy = Policy(gate: loaded.configuration.gate)
  }

  package func judge(_ recorded: RecordedVerdict) -> Rejudgement {
    guard let lane = recorded.lane, plan.hasLane(lane) else { return .untold(.noLane) }
    if let spoiled = recorded.findings.first(where: { [.scanOverrun, .scanCut].contains($0.code) }) {
      return .verdict(.noVerdict(spoiled.code, detail: spoiled.detail, under: policy.gate))
    }
    let reading = Result { () throws(ExtractionError) in
      try plan.rules(lane: lane).extraction.serialNumber(in: recorded.scan, symbology: recorded.aimIdentifier)
    }
    let number = try? reading.get()
    // Without all that the scanner sent, only the same number is no guess.
    if recorded.symbology == .untold, !recorded.isRead(as: number) { return .untold(.incomplete) }
    if case .failure(let error) = reading {
      return .verdict(.noVerdict(.badScan, detail: "\(error)", under: policy.gate))
    }
    guard let number, recorded.isRead(as: number) else { return .untold(.otherNumber) }
    guard let asked = recorded.policy, let reply = recorded.reply else { return .untold(.incomplete) }
    switch policy.judge(reply, asked: asked, for: number, now: recorded.at) {
    case .ask: return .untold(.otherRun)
    case .verdict(let verdict):
      return .verdict(
        recorded.findings.filter { [.notRecorded, .indicatorLost].contains($0.code) }.reduce(verdict) {
          verdict, finding in
          verdict.withheld(finding.code, detail: finding.detail, under: policy.gate)
        })
    }
  }
}

extension RecordedVerdict {
  /// Those reasons that this version knows.
  fileprivate var findings: [(code: ReasonCode, detail: String)] {
    reasons.compactMap { reason in ReasonCode(rawValue: reason.code).map { ($0, reason.detail ?? "") } }
  }

  fileprivate var aimIdentifier: AIMIdentifier? {
    symbology.identifier.flatMap { AIMIdentifier(beginning: $0) }
  }

  /// Whether this number was read then too, or then as now none.
  fileprivate func isRead(as number: SerialNumber?) -> Bool {
    switch (serialNumber, number) {
    case (let before?, let now?): before.isSameNumber(as: now.text)
    case (nil, nil): true
    case (nil, .some), (.some, nil): false
    }
  }

  /// What TofuPilot answered; nil: the entry does not tell.
  fileprivate var reply: Reply? {
    if let unit { return .unit(unit, run: run) }
    if findings.contains(where: { $0.code == .unknownUnit }) { return .unknownUnit }
    return answer == .noVerdict ? findings.first.map { .failed($0.code, detail: $0.detail) } : nil
  }
}
