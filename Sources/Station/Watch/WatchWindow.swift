import Gating

/// Where a watcher shows what the agent sends it: a terminal, or lines.
protocol WatchWindow: Sendable {
  /// Of the terminal, where there is one.
  var size: WatchRequest.Size? { get }

  /// - Returns: false where the reader did not take all of it, and it is to be drawn anew.
  func show(_ bytes: [UInt8]) -> Bool

  /// Nothing is heard of the agent; told again and again while that is so.
  func show(_ stop: WatchStop)
}

/// That nothing is heard of the agent.
struct WatchStop: Hashable, Sendable {
  /// As the agent named it; empty where it never did.
  var station: String
  var since: UTCTime
  /// What is known of it, and what to do.
  var cause: String
}
