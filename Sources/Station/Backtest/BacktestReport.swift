import Gating
import Journal
import Scanning
import Settings

/// A backtest for the line lead: what would be released first and loud, then what would be stopped, then the rest.
package struct BacktestReport: Sendable {
  private let backtest: Backtest
  /// The configuration's file and hash.
  private let path: String
  private let hash: String

  package init(_ backtest: Backtest, path: String, hash: String) {
    self.backtest = backtest
    self.path = path
    self.hash = hash
  }

  package var lines: [String] {
    guard let first = backtest.first, let last = backtest.last else { return ["no verdict is recorded for that time"] }
    let head = "\(path.escaped()) (\(hash)) on \(backtest.count) recorded verdicts, entries \(first) to \(last)"
    return [head] + changes + ["", tail] + remarks
  }

  private var changes: [String] {
    let groups = backtest.groups
    return groups.indices.flatMap { index in
      let change = groups[index].change
      // They are sorted: the first of a kind has its heading before it.
      let isFirst = index == 0 || groups[index - 1].change != change
      return (isFirst ? heading(of: change, among: groups) : []) + groups[index].lines
    }
  }

  private func heading(of change: Backtest.Change, among groups: [Backtest.Group]) -> [String] {
    let count = groups.filter { $0.change == change }.reduce(0) { $0 + $1.count }
    return ["", change.isRelease ? "!! \(change.text): \(count) WOULD BE RELEASED" : "\(change.text): \(count)"]
  }

  private var tail: String {
    let other = backtest.otherReason == 0 ? "" : ", \(backtest.otherReason) of them for another reason"
    return "unchanged: \(backtest.unchanged)\(other)"
  }

  private var remarks: [String] {
    let isUntold = backtest.groups.contains { $0.change.now == .untold }
    return [
      isUntold ? "What cannot be told depends on what TofuPilot would answer; it was not asked." : nil,
      backtest.standIns > 0 ? "\(backtest.standIns) verdicts of a stand-in are left out" : nil,
      backtest.unreadable > 0 ? "\(backtest.unreadable) entries cannot be read: scangate journal verify" : nil,
    ].compactMap(\.self)
  }

  package var json: JSONLine {
    var line = JSONLine()
    line.add("type", "backtest")
    line.add("config", hash)
    line.add("verdicts", backtest.count)
    line.add("unchanged", backtest.unchanged)
    line.add("other_reason", backtest.otherReason)
    line.add("unreadable", backtest.unreadable)
    line.add("stand_in", backtest.standIns)
    line.add("changes", backtest.groups.map(\.json))
    return line
  }
}

extension Backtest.Group {
  fileprivate var lines: [String] {
    ["   \(reason.escaped()): \(count)"]
      + examples.map { example in
        let words = [
          "entry \(example.sequence)", LocalTime(example.at).stamp, example.serialNumber.escaped(limit: 60),
          "was: \(example.before.escaped(limit: 160))", "now: \(example.now.escaped(limit: 160))",
        ]
        return "      " + words.joined(separator: "  ")
      }
  }

  fileprivate var json: JSONLine {
    var line = JSONLine()
    line.add("before", change.before.rawValue)
    if case .answer(let answer) = change.now {
      line.add("now", answer.rawValue)
    } else {
      line.add("now", nil as String?)
    }
    line.add("reason", reason)
    line.add("count", count)
    line.add("examples", examples.map(\.json))
    return line
  }
}

extension Backtest.Example {
  fileprivate var json: JSONLine {
    var line = JSONLine()
    line.add("sequence", Int(sequence))
    line.add("at", at.iso8601)
    line.add("serial_number", serialNumber)
    line.add("before", before)
    line.add("now", now)
    return line
  }
}
