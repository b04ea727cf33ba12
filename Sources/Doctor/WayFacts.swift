package import TofuPilot

extension Way {
  /// Past that, a step of a new connection is told as slow: of the 2 s that it may take by default, half is gone.
  private static let slow = Duration.seconds(1)

  /// A check for each step that was gone.
  package var checks: [Check] { stages.map(check) }

  private func check(of stage: Stage) -> Check {
    let subject = stage.step.rawValue
    let goal = isProxied ? "the proxy \(host):\(port)" : "\(host):\(port)"
    if let obstacle = stage.obstacle {
      return .trouble(subject, obstacle, next: remedy(for: stage.step))
    }
    guard stage.time > Self.slow else { return .ok(subject, "\(goal) in \(stage.time.inMilliseconds)") }
    return .warning(subject, "\(goal) in \(stage.time.inMilliseconds): slow", next: remedy(for: stage.step))
  }

  private func remedy(for step: Step) -> String {
    switch step {
    case .dns: "getent hosts \(host)"
    case .tcp: "ping -c 3 \(host)"
    case .tls: "openssl s_client -connect \(host):\(port) -servername \(host) </dev/null"
    }
  }
}

extension Duration {
  /// `12.3 ms`
  var inMilliseconds: String {
    let tenths = components.seconds * 10_000 + components.attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}
