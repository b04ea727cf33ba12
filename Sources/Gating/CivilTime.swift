/// A date and time of day in the Gregorian calendar, without a zone.
package struct CivilTime: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int

  /// nil for a date or time of day that does not exist: 30 February, 24:00, a leap second.
  package init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (1...12).contains(month), (1...Self.days(inMonth: month, of: year)).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The civil time so many seconds after 1970-01-01T00:00:00.
  package init(secondsSince1970 seconds: Int64) {
    let total = Int(seconds)
    let secondOfDay = total.remainder(flooredBy: 86400)
    (year, month, day) = Self.date(daysSince1970: (total - secondOfDay) / 86400)
    hour = secondOfDay / 3600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60
  }

  package var secondsSince1970: Int64 {
    Int64(daysSince1970 * 86400 + hour * 3600 + minute * 60 + second)
  }

  /// The date as people write it: `12 Mar 2026`.
  package var date: String {
    "\(day) \(Self.monthNames[month - 1]) \(year)"
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  // The calendar repeats every 400 years (146097 days). Counting years from March puts the leap day last, so that
  // the days before a month are a linear formula: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  private var daysSince1970: Int {
    let shiftedYear = month > 2 ? year : year - 1
    let yearOfEra = shiftedYear.remainder(flooredBy: 400)
    let era = (shiftedYear - yearOfEra) / 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
  }

  private static func date(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let days = daysSince1970 + 719468
    let dayOfEra = days.remainder(flooredBy: 146097)
    let era = (days - dayOfEra) / 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = (monthFromMarch + 2) % 12 + 1
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Int {
  /// The remainder that is never negative: `%` rounds towards zero, a calendar always down.
  fileprivate func remainder(flooredBy divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
