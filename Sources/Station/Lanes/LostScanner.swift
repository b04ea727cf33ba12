package import Gating

/// A scanner that its lane cannot read now.
package struct LostScanner: Hashable, Sendable {
  /// The scanner's name, as the device gives it.
  package var name: String
  /// What happened and what to do, in a sentence: `unplugged`, `held by another program (pid 812)`.
  package var cause: String
  package var since: UTCTime

  package init(name: String, cause: String, since: UTCTime) {
    self.name = name
    self.cause = cause
    self.since = since
  }
}

extension LostScanner {
  /// A scanner that the configuration names and nobody has seen yet.
  static var notPluggedIn: LostScanner {
    LostScanner(name: "scanner", cause: "not plugged in", since: SystemClock.utc)
  }
}
