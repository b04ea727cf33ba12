import ArgumentParser
import Gating
import Glibc
import Station

/// A moment in the past as it is written on the command line: how long ago (`2h`, `7d`), a day or a time by the station's
/// clock (`2026-11-23`, `2026-11-23T14:00`), or with its zone (`2026-11-23T13:00:00Z`).
struct TimeOption: ExpressibleByArgument {
  let time: UTCTime
  /// As it was written.
  let defaultValueDescription: String

  init?(argument: String) {
    guard let time = UTCTime(ago: argument) ?? UTCTime(local: argument) ?? UTCTime(iso8601: argument) else {
      return nil
    }
    self.time = time
    defaultValueDescription = argument
  }

  private init(ago seconds: Int64, _ text: String) {
    time = UTCTime(nanoseconds: SystemClock.utc.nanoseconds - seconds * 1_000_000_000)
    defaultValueDescription = text
  }

  static let dayAgo = TimeOption(ago: 86400, "24h")
  static let weekAgo = TimeOption(ago: 7 * 86400, "7d")
}

extension UTCTime {
  fileprivate init?(ago text: String) {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
    // So few digits cannot overflow.
    guard let unit = text.last.flatMap({ units[$0] }), text.utf8.count <= 9, let count = Int64(text.dropLast()),
      count >= 0, text.first?.isNumber == true
    else { return nil }
    let age = count * unit
    let now = SystemClock.utc.nanoseconds
    guard age < now / 1_000_000_000 else { return nil }
    self.init(nanoseconds: now - age * 1_000_000_000)
  }

  fileprivate init?(local text: String) {
    let separator: Character = text.contains("T") ? "T" : " "
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let clock = parts.count == 2 ? parts[1] : "00:00"
    // Read as UTC, a day or time that does not exist is noticed.
    let isWhole = clock.utf8.count == 8
    guard (1...2).contains(parts.count), isWhole || clock.utf8.count == 5,
      let named = UTCTime(iso8601: "\(parts[0])T\(clock)\(isWhole ? "" : ":00")Z")
    else { return nil }
    let civil = named.civil
    var fields = tm()
    fields.tm_year = Int32(civil.year - 1900)
    fields.tm_mon = Int32(civil.month - 1)
    fields.tm_mday = Int32(civil.day)
    fields.tm_hour = Int32(civil.hour)
    fields.tm_min = Int32(civil.minute)
    fields.tm_sec = Int32(civil.second)
    fields.tm_isdst = -1  // by the date
    let seconds = mktime(&fields)
    guard seconds >= 0 else { return nil }
    self.init(nanoseconds: Int64(seconds) * 1_000_000_000)
  }
}
