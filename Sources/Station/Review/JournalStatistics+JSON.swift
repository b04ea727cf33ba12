import Gating
package import Journal

extension JournalStatistics {
  /// As `journal stats --json` has it, every key always present.
  package var json: JSONLine {
    var line = JSONLine()
    line.add("type", "statistics")
    total.add(to: &line)
    line.add("first_pass_units", firstPass.units)
    line.add("first_pass_passed", firstPass.passed)
    for (name, value) in [
      ("p50", latency?.p50), ("p90", latency?.p90), ("p99", latency?.p99),
    ] {
      line.add("latency_ms_\(name)", milliseconds: value.map { .microseconds(Int64($0 * 1000)) })
    }
    line.add(
      "hours",
      hours.map { hour in
        var line = JSONLine()
        line.add("start", hour.start.iso8601)
        hour.counts.add(to: &line)
        return line
      })
    line.add(
      "reasons",
      reasons.map { reason in
        var line = JSONLine()
        line.add("code", reason.code)
        line.add("count", reason.count)
        return line
      })
    return line
  }
}

extension JournalStatistics.Counts {
  fileprivate func add(to line: inout JSONLine) {
    line.add("verdicts", all)
    line.add("pass", pass)
    line.add("fail", fail)
    line.add("no_verdict", noVerdict)
  }
}
