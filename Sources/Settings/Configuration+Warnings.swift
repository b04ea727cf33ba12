import Gating
import Scanning

/// What `config check` points out: lines that are allowed, and seldom meant.
extension Configuration {
  func warn(_ reader: NodeReader) {
    for warning in gate.warnings {
      reader.report(key: warning.key, warning.text, severity: .warning)
    }
    warnAboutLastRunsOfAnyProcedure(reader)
    warnAboutNamedProcedures(reader)
    warnAboutLanesWithoutPattern(reader)
    warnAboutPassingNodes(reader)
    warnAboutLightsOfUnknownLanes(reader)
    if api.address.isOpenToOthers {
      reader.report(
        key: "api.url", "plain http to another machine: the key can be read and a verdict forged on the way",
        severity: .warning)
    }
  }

  private func warnAboutNamedProcedures(_ reader: NodeReader) {
    let demands = [("gate", gate.demands)] + gate.rules.enumerated().map { ("gate.rules[\($0)]", $1.demands) }
    for case (let path, let procedure?) in demands.map({ ($0, $1.procedure) }) where !procedure.text.isUUID {
      reader.report(
        key: "\(path).procedure", "a name, which can be changed in TofuPilot; the procedure's id cannot",
        severity: .warning)
    }
  }

  private func warnAboutLastRunsOfAnyProcedure(_ reader: NodeReader) {
    // The gate's own lines judge a unit only where no rule does.
    var judges = gate.rules.isEmpty || gate.otherwise == .gate ? [("gate", Rule(name: ""))] : []
    judges += gate.rules.enumerated().map { ("gate.rules[\($0)]", $1) }
    for (path, rule) in judges where (rule.policy ?? gate.policy) == .lastRun {
      guard rule.demands.procedure == nil, gate.demands.procedure == nil else { continue }
      reader.report(
        key: "\(path).procedure", "none with policy: last-run: the pass of any other station counts too",
        severity: .warning)
    }
  }

  private func warnAboutPassingNodes(_ reader: NodeReader) {
    for (index, scanner) in scanners.enumerated() {
      guard let match = scanner.match, let warning = match.warning else { continue }
      reader.report(key: "scanners[\(index)].match.\(match.property.rawValue)", warning, severity: .warning)
    }
  }

  private func warnAboutLightsOfUnknownLanes(_ reader: NodeReader) {
    guard scanners.isEmpty else { return }
    for (index, indicator) in indicators.enumerated() {
      guard let lane = indicator.lane, lane != Self.inputLane else { continue }
      reader.report(
        key: "indicators[\(index)].lane",
        "\(lane.quoted) counts only if a scanner gives its lane this name, for scanners: names none: scangate devices",
        severity: .warning)
    }
  }

  private func warnAboutLanesWithoutPattern(_ reader: NodeReader) {
    let advice = "a box label is asked for as if it were a unit"
    if scanners.isEmpty {
      reader.report(key: "scanners", "no lane has a pattern: \(advice)", severity: .warning)
    }
    for (index, scanner) in scanners.enumerated() where scanner.extraction.pattern == nil {
      reader.report(
        key: "scanners[\(index)].pattern", "lane \(scanner.lane.quoted) has none: \(advice)", severity: .warning)
    }
  }
}

extension String {
  /// Whether it has the shape of a UUID: 8, 4, 4, 4 and 12 hexadecimal digits.
  fileprivate var isUUID: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy(\.isHexDigit)
  }
}
