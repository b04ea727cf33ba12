/// The way to the API's host, gone once and step by step: how long each took, or what stood in it.
///
/// Behind a proxy it ends at that: what lies beyond is the proxy's own.
package struct Way: Hashable, Sendable {
  package enum Step: String, Sendable {
    case dns = "DNS"
    case tcp = "TCP"
    case tls = "TLS"
  }

  /// One step of it.
  package struct Stage: Hashable, Sendable {
    package var step: Step
    package var time: Duration
    /// Why the way ends here; nil: it goes on.
    package var obstacle: String?

    package init(_ step: Step, took time: Duration, obstacle: String? = nil) {
      self.step = step
      self.time = time
      self.obstacle = obstacle
    }
  }

  /// Whom it leads to: the API's host, or the proxy before it.
  package let host: String
  package let port: Int
  package let isProxied: Bool
  /// In their order; none comes behind an obstacle.
  package internal(set) var stages: [Stage]

  package init(host: String, port: Int, isProxied: Bool = false, stages: [Stage] = []) {
    self.host = host
    self.port = port
    self.isProxied = isProxied
    self.stages = stages
  }

  package var isClear: Bool { stages.allSatisfy { $0.obstacle == nil } }

  /// How long a step took; nil: it was not gone, or not to its end.
  package func time(of step: Step) -> Duration? {
    stages.first { $0.step == step && $0.obstacle == nil }?.time
  }
}
