import Gating

extension LocalTime {
  /// How long ago by the minutes of the clock, which is drawn no more often: `12 min`.
  static func age(of time: UTCTime, at now: UTCTime) -> String {
    let minutes = now.minute - time.minute
    return switch minutes {
    case ..<1: "under 1 min"
    case ..<120: "\(minutes) min"
    case ..<(48 * 60): "\(minutes / 60) h"
    default: "\(minutes / 60 / 24) days"
    }
  }
}

extension UTCTime {
  fileprivate var minute: Int64 { nanoseconds / 60_000_000_000 }
}
