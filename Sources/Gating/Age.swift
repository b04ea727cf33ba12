/// The demand on the time since the deciding run ended.
struct Age: Demand {
  let maximum: Duration?
  let minimum: Duration?

  /// How far the clocks of this station and of the one that tested may differ: the usual five minutes (RFC 4120).
  private static let clockSkew: Duration = .seconds(300)

  /// nil where neither limit is set.
  init?(maximum: Duration?, minimum: Duration?) {
    guard maximum != nil || minimum != nil else { return nil }
    self.maximum = maximum
    self.minimum = minimum
  }

  func finding(on evidence: Evidence) -> Finding? {
    guard let run = evidence.run else { return nil }
    guard let end = run.endedAt else { return run.ending.finding }
    let age = evidence.now - end
    let summary = run.summary(under: evidence.policy)
    if age < .zero - Self.clockSkew {
      return Finding(.badReply, .noVerdict, "\(summary) (ended in the future, \(end.iso8601): compare the clocks)")
    }
    if let maximum, age > maximum {
      return Finding(.tooOld, .fail, "\(summary) (ended \(age.rounded) ago, at most \(maximum.rounded))")
    }
    if let minimum, age < minimum {
      return Finding(.tooEarly, .fail, "\(summary) (ended \(age.rounded) ago, at least \(minimum.rounded))")
    }
    return nil
  }
}

extension Duration {
  /// In the largest unit that leaves a number of two or more: `36h`, `41d`.
  fileprivate var rounded: String {
    let seconds = max(0, components.seconds)
    let units: [(String, Int64)] = [("d", 86400), ("h", 3600), ("m", 60)]
    let (name, size) = units.first { seconds >= 2 * $0.1 } ?? ("s", 1)
    return "\(seconds / size)\(name)"
  }
}
