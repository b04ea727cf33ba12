import Gating
package import Journal
import Scanning

/// Statistics as text bars.
package struct StatisticsChart: Sendable {
  /// Past so many hours a bar is a day.
  private static let hourLimit = 72

  private struct Bar {
    var name: String
    var counts: JournalStatistics.Counts
  }

  private let statistics: JournalStatistics

  package init(_ statistics: JournalStatistics) {
    self.statistics = statistics
  }

  /// - Parameter width: in columns.
  package func lines(width: Int) -> [String] {
    let total = statistics.total
    let head = "\(total.all) verdicts: \(total.words)"
    guard total.all > 0 else { return [head] }
    return [head, firstPass, latency, "", "verdicts per \(isHourly ? "hour" : "day") (# PASS, x FAIL, ? NO VERDICT)"]
      + timeBars(width) + reasonBars(width)
  }

  private var firstPass: String {
    let units = statistics.firstPass
    guard let rate = units.rate else { return "first-pass rate: no unit" }
    return
      "first-pass rate: \((rate * 100).tenths) % (\(units.passed) of \(units.units) units: the first verdict shown was PASS)"
  }

  private var latency: String {
    guard let latency = statistics.latency else { return "scan to verdict: not measured" }
    return "scan to verdict: p50 \(latency.p50.tenths) ms, p90 \(latency.p90.tenths) ms, p99 \(latency.p99.tenths) ms"
  }

  private var isHourly: Bool {
    guard let first = statistics.hours.first?.start, let last = statistics.hours.last?.start else { return true }
    return last - first < .seconds(3600 * Self.hourLimit)
  }

  /// By the hours or days of the station's own clock.
  private var bars: [Bar] {
    var bars: [Bar] = []
    for hour in statistics.hours {
      let name = String(LocalTime(hour.start).stamp.prefix(isHourly ? 16 : 10))
      if bars.last?.name != name { bars.append(Bar(name: name, counts: JournalStatistics.Counts())) }
      bars[bars.count - 1].counts += hour.counts
    }
    return bars
  }

  private func timeBars(_ width: Int) -> [String] {
    let bars = bars
    let most = bars.map(\.counts.all).max() ?? 1
    let names = bars.first?.name.count ?? 0
    let digits = "\(most)".count
    let room = max(10, width - names - digits - 4)
    return bars.map { bar in
      let counts = [("#", bar.counts.pass), ("x", bar.counts.fail), ("?", bar.counts.noVerdict)]
      let marks = counts.map { mark, count in String(repeating: mark, count: length(count, of: most, in: room)) }
      return "\(bar.name)  \("\(bar.counts.all)".leftPadded(to: digits))  \(marks.joined())"
    }
  }

  private func reasonBars(_ width: Int) -> [String] {
    guard let most = statistics.reasons.first?.count else { return [] }
    let names = statistics.reasons.map(\.code.count).max() ?? 0
    let digits = "\(most)".count
    let room = max(10, width - names - digits - 4)
    return ["", "reasons"]
      + statistics.reasons.map { reason in
        let name = reason.code.escaped()
        let gap = String(repeating: " ", count: max(0, names - name.count))
        let bar = String(repeating: "#", count: length(reason.count, of: most, in: room))
        return "\(name)\(gap)  \("\(reason.count)".leftPadded(to: digits))  \(bar)"
      }
  }

  /// What there is, shows: one mark at least.
  private func length(_ count: Int, of most: Int, in room: Int) -> Int {
    count == 0 ? 0 : max(1, count * (room - 2) / most)
  }
}

extension JournalStatistics.Counts {
  fileprivate var words: String { "\(pass) PASS, \(fail) FAIL, \(noVerdict) NO VERDICT" }
}

extension Double {
  /// Rounded to one decimal.
  fileprivate var tenths: String {
    let tenths = Int64((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
