package import Devices
package import Gating

/// A scanner that its lane cannot read now.
package struct LostScanner: Sendable {
  /// Why; put into words by whoever shows it, since the words may have to be looked up.
  package enum Cause: Sendable {
    case notPluggedIn
    case gone(DetachCause)
    case unusable(DeviceError)
    /// Several fit the lane, and nobody knows which is meant.
    case contested([ScannerDevice])
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

  /// A scanner that the configuration names and nobody has seen since the start; `sighting` is of a time before.
  static func notPluggedIn(_ sighting: Sighting?) -> LostScanner {
    LostScanner(name: sighting?.name ?? "scanner", cause: .notPluggedIn, since: SystemClock.utc)
  }
}

extension LostScanner {
  /// What happened, and what to do where plugging in does not help.
  package var text: String {
    switch cause {
    case .notPluggedIn: "\(name): not plugged in"
    case .gone(let cause): "\(name): \(cause.text)"
    case .unusable(let error): "\(name): \(error)"
    case .contested(let devices): "\(devices.count) scanners fit this lane"
    }
  }

  /// Those that fit, where one too many does.
  var rivals: String? {
    if case .contested(let devices) = cause { devices.titles } else { nil }
  }

  /// Another program has it, and gives it back.
  var isLent: Bool {
    if case .gone(.lent) = cause { true } else { false }
  }

  /// What the operator does.
  var imperative: String {
    switch cause {
    case .gone(.lent): "PUT UNITS ON HOLD. Wait."
    case .notPluggedIn, .gone: "PLUG THE SCANNER IN AGAIN. Hold units."
    case .unusable: "HOLD UNITS. Call the lead."
    case .contested: "UNPLUG ALL BUT ONE. Hold units."
    }
  }
}
