/// How often durations stayed below which limits, as Prometheus counts them.
struct Histogram: Sendable {
  /// From a look-up on the same floor to the deadline, in seconds.
  static let limits = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  /// Up to each limit, and beyond the last.
  private var counts = [Int](repeating: 0, count: Self.limits.count + 1)
  private(set) var sum = 0.0

  var count: Int { counts.reduce(0, +) }

  mutating func add(_ duration: Duration) {
    let seconds = duration / .seconds(1)
    counts[Self.limits.firstIndex { seconds <= $0 } ?? Self.limits.count] += 1
    sum += seconds
  }

  /// Each limit with how many stayed within it; the last is infinity, with all.
  var cumulative: [(limit: String, count: Int)] {
    var total = 0
    return zip(Self.limits.map { "\($0)" } + ["+Inf"], counts).map { limit, count in
      total += count
      return (limit, total)
    }
  }
}
