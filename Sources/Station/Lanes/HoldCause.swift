package import Gating

/// Why a lane, or every lane, can give no verdict now.
package struct HoldCause: Hashable, Sendable {
  package var code: ReasonCode
  /// The facts in a sentence, without the code: `connection refused by 10.0.0.7:443`.
  package var detail: String
  /// Since when.
  package var since: UTCTime

  package init(code: ReasonCode, detail: String, since: UTCTime) {
    self.code = code
    self.detail = detail
    self.since = since
  }
}

extension HoldCause {
  /// Before TofuPilot was asked for the first time.
  static var starting: HoldCause {
    HoldCause(code: .unreachable, detail: "TofuPilot has not answered yet", since: SystemClock.utc)
  }

  /// Before anything is known but how TofuPilot is asked.
  init(_ access: StationSetup.Access) {
    switch access {
    case .client: self = .starting
    case .none(let why): self.init(code: .notConfigured, detail: why, since: SystemClock.utc)
    }
  }

  /// Before a light that must be there was opened for the first time.
  static var lightNotOpened: HoldCause {
    HoldCause(code: .indicatorLost, detail: "the light is not open yet", since: SystemClock.utc)
  }
}
