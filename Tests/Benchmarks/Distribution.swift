/// Times of one thing done often, in microseconds.
struct Distribution {
  private(set) var times: [Double] = []

  mutating func add(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    times.append(Double(seconds) * 1e6 + Double(attoseconds) / 1e12)
  }

  func percentile(_ share: Double) -> Double {
    let sorted = times.sorted()
    guard let last = sorted.indices.last else { return .nan }
    return sorted[Int((Double(last) * share).rounded())]
  }

  var median: Double { percentile(0.5) }
}

/// A number for a table: short, and right-aligned.
func cell(_ value: Double, _ digits: Int = 0, width: Int = 9) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  guard value.isFinite else { return String(repeating: " ", count: width - 1) + "–" }
  let whole = Int((value * scale).rounded())
  let text = digits == 0 ? "\(whole)" : "\(whole / Int(scale)).\(String(whole % Int(scale) + Int(scale)).dropFirst())"
  return String(repeating: " ", count: max(0, width - text.count)) + text
}
