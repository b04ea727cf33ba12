package import Gating
import Glibc

/// A moment in the station's own time zone, as people at the line read it.
package struct LocalTime {
  private let fields: tm

  package init(_ time: UTCTime) {
    var seconds = time_t(time.nanoseconds.dividedRoundingDown(by: 1_000_000_000))
    var fields = tm()
    localtime_r(&seconds, &fields)
    self.fields = fields
  }

  /// Changes at the station's midnight.
  package var day: Int { Int(fields.tm_year) * 366 + Int(fields.tm_yday) }

  /// `14:03:07`
  package var clock: String { "\(two(fields.tm_hour)):\(two(fields.tm_min)):\(two(fields.tm_sec))" }

  /// `14:03`
  package var clockToTheMinute: String { "\(two(fields.tm_hour)):\(two(fields.tm_min))" }

  /// `Mon 23 Nov 14:03`
  package var weekdayAndClock: String { "\(weekday) \(fields.tm_mday) \(month) \(clockToTheMinute)" }

  /// `12 Mar 2026 10:30`
  package var dateAndClock: String { "\(fields.tm_mday) \(month) \(fields.tm_year + 1900) \(clockToTheMinute)" }

  /// `2026-11-23 14:03:07`, which sorts.
  package var stamp: String { "\(fields.tm_year + 1900)-\(two(fields.tm_mon + 1))-\(two(fields.tm_mday)) \(clock)" }

  /// `UTC+01:00`
  package var zone: String {
    let minutes = fields.tm_gmtoff.magnitude / 60
    return "UTC\(fields.tm_gmtoff < 0 ? "-" : "+")\(two(Int32(minutes / 60))):\(two(Int32(minutes % 60)))"
  }

  private var weekday: Substring { Self.name(fields.tm_wday, in: "SunMonTueWedThuFriSat") }
  private var month: Substring { Self.name(fields.tm_mon, in: "JanFebMarAprMayJunJulAugSepOctNovDec") }

  private static func name(_ index: Int32, in names: String) -> Substring {
    names.dropFirst(Int(index) * 3).prefix(3)
  }

  private func two(_ number: Int32) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Int64 {
  fileprivate func dividedRoundingDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
