import Gating

/// The header's word for who answers.
enum APIWord: String, Hashable, Sendable {
  case ok = "API OK"
  case down = "API DOWN"
  /// Not TofuPilot.
  case standIn = "STAND-IN"

  /// nil where TofuPilot was not asked.
  init?(_ state: APIState) {
    switch state {
    case .up(let standIn): self = standIn ? .standIn : .ok
    case .down(let cause) where cause.code.isOfAPI: self = .down
    case .down: return nil
    }
  }

  /// What a lane's own view says of it, which may be newer than what the station said; nil where it says nothing.
  init?(of view: LaneView) {
    switch view {
    case .hold(let cause) where cause.code.isOfAPI: self = .down
    case .verdict(let record) where record.standIn: self = .standIn
    default: return nil
    }
  }
}

extension ReasonCode {
  /// Whether it is TofuPilot that gives no answer, and not the station that can do nothing with it.
  fileprivate var isOfAPI: Bool {
    switch self {
    case .notRecorded, .indicatorLost, .notConfigured: false
    default: true
    }
  }
}
