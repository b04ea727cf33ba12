package import Devices
package import Gating

/// A scanner that its lane cannot read now.
package struct LostScanner: Sendable {
  /// Why; put into words by whoever shows it, since the words may have to be looked up.
  package enum Cause: Sendable {
    case notPluggedIn
    case gone(DetachCause)
    case unusable(DeviceError)
  }

  /// The scanner's name, as the device gives it.
  package var name: String
  package var cause: Cause
  package var since: UTCTime

  package init(name: String, cause: Cause, since: UTCTime) {
    self.name = name
    self.cause = cause
    self.since = since
  }

  /// A scanner that the configuration names and nobody has seen yet.
  static var notPluggedIn: LostScanner {
    LostScanner(name: "scanner", cause: .notPluggedIn, since: SystemClock.utc)
  }
}

extension LostScanner.Cause {
  /// What happened, and what to do where plugging in does not help.
  package var text: String {
    switch self {
    case .notPluggedIn: "not plugged in"
    case .gone(let cause): cause.text
    case .unusable(let error): "\(error)"
    }
  }

  /// It is there, and plugging it in again does not help.
  package var isHere: Bool {
    if case .unusable = self { true } else { false }
  }
}
