import Gating
import Scanning

/// One line for each verdict and each change: for logs, pipes and terminals without a screen.
package struct LineOutput: Output {
  private let sink: any LineSink

  package init(_ sink: any LineSink) {
    self.sink = sink
  }

  package func tell(_ event: StationEvent) {
    switch event {
    case .verdict(let record): sink.write(line: record.line)
    case .scanner(let change): sink.write(line: change.line)
    case .indicator(let change): sink.write(line: change.line)
    case .station(let change): sink.write(line: change.line)
    case .view: break
    }
  }

  package func pass(_ token: WatchdogToken) {
    sink.pass(token)
  }
}

extension VerdictRecord {
  /// `14:03:07  1  PASS        SN-2024-001234  first run PASS · PCB Assembly · 12 Mar 2026  > PASS IT ON`
  package var line: String {
    var words = ["\(LocalTime(at).clock)  \(lane.escaped())  \(verdict.answer.text.padded(to: 10))"]
    words.append((serialNumber?.text ?? scan).escaped(limit: 80))
    if let allowance = verdict.allowance {
      words.append(allowance.escaped())
    } else if let finding = verdict.leadingFinding {
      words.append(finding.explanation.escaped(limit: 160))
    }
    if let decision = verdict.decision, verdict.leadingFinding?.detail.hasPrefix(decision) != true {
      words.append(decision.escaped(limit: 160))
    }
    words.append("> " + verdict.imperative.escaped())
    if !shown { words.append("(overtaken: not shown)") }
    if standIn { words.append("STAND-IN") }
    return words.joined(separator: "  ")
  }
}

extension Finding {
  /// `[timeout] no answer within 5 s`
  fileprivate var explanation: String {
    detail.isEmpty ? "[\(code.rawValue)]" : "[\(code.rawValue)] \(detail)"
  }
}

extension ScannerChange {
  var line: String {
    let words = [LocalTime(at).clock, lane?.escaped(), "scanner \(state.rawValue): \(scanner.escaped(limit: 250))"]
    let what = words.compactMap(\.self).joined(separator: "  ")
    return cause.isEmpty ? what : "\(what): \(cause.escaped())"
  }
}

extension StationChange {
  fileprivate var line: String {
    var line = "\(LocalTime(at).clock)  \(station.escaped())  \(state.rawValue)"
    if api?.isStandIn == true { line += "  STAND-IN: the answers are not TofuPilot's" }
    let what = [changes.joined(separator: ", "), cause].filter { !$0.isEmpty }.joined(separator: "; ")
    return what.isEmpty ? line : "\(line): \(what.escaped(limit: 400))"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
