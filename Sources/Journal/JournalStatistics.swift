package import Gating

/// What the verdicts of a span of time come to.
package struct JournalStatistics: Hashable, Sendable {
  /// How many verdicts there were of each kind, shown or not.
  package struct Counts: Hashable, Sendable {
    package var pass = 0
    package var fail = 0
    package var noVerdict = 0

    package init() {}

    package var all: Int { pass + fail + noVerdict }

    package static func += (left: inout Counts, right: Counts) {
      left.pass += right.pass
      left.fail += right.fail
      left.noVerdict += right.noVerdict
    }

    mutating func add(_ count: Int, of answer: RecordedAnswer) {
      switch answer {
      case .pass: pass += count
      case .fail: fail += count
      case .noVerdict: noVerdict += count
      }
    }
  }

  package struct Hour: Hashable, Sendable {
    /// Its beginning.
    package var start: UTCTime
    package var counts = Counts()
  }

  /// How units did at their first verdict that was shown.
  package struct FirstPass: Hashable, Sendable {
    package var units: Int
    /// Those for which it was PASS.
    package var passed: Int

    /// 0 to 1; nil without a unit.
    package var rate: Double? { units > 0 ? Double(passed) / Double(units) : nil }
  }

  package struct Reason: Hashable, Sendable {
    package var code: String
    package var count: Int
  }

  /// Times from the terminator to the decision, in milliseconds, that so many of a hundred verdicts did not exceed.
  package struct Latency: Hashable, Sendable {
    package var p50: Double
    package var p90: Double
    package var p99: Double

    /// By nearest rank; nil of no values.
    init?(sorted values: [Double]) {
      guard !values.isEmpty else { return nil }
      func percentile(_ percent: Int) -> Double { values[(values.count * percent + 99) / 100 - 1] }
      (p50, p90, p99) = (percentile(50), percentile(90), percentile(99))
    }
  }

  /// Of UTC, in their order; those without a verdict are left out.
  package var hours: [Hour]
  package var firstPass: FirstPass
  /// The first reason of each verdict that is no PASS, the most frequent first.
  package var reasons: [Reason]
  package var latency: Latency?

  package var total: Counts { hours.reduce(into: Counts()) { $0 += $1.counts } }
}
