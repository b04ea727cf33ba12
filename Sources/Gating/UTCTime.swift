/// A moment on the wall clock, in nanoseconds since 1970-01-01T00:00:00Z: the time of a run, or of a decision.
package struct UTCTime: Hashable, Comparable, Sendable {
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  /// From ISO 8601 as TofuPilot sends it: `2026-03-12T10:30:00.123Z`, a fraction of any length or none, an offset
  /// instead of `Z`; nil without a zone, for a date that does not exist, and outside 1677 to 2262.
  package init?(iso8601 text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
      reader.take("-"), let day = reader.number(digits: 2), reader.take("T") || reader.take("t"),
      let hour = reader.number(digits: 2), reader.take(":"), let minute = reader.number(digits: 2),
      reader.take(":"), let second = reader.number(digits: 2),
      let fraction = reader.fraction(), let offset = reader.offset(), reader.isAtEnd,
      let civil = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    else { return nil }
    let (whole, overflow) = (civil.secondsSince1970 - offset).multipliedReportingOverflow(by: Self.second)
    let (sum, overflowOfSum) = whole.addingReportingOverflow(fraction)
    guard !overflow, !overflowOfSum else { return nil }
    nanoseconds = sum
  }

  /// `2026-11-23T10:00:00.123Z`: always UTC, always milliseconds, rounded down.
  package var iso8601: String {
    let civil = civil
    let date = "\(civil.year)-\(civil.month.padded)-\(civil.day.padded)"
    let time = "\(civil.hour.padded):\(civil.minute.padded):\(civil.second.padded)"
    return "\(date)T\(time).\((split.nanoseconds / 1_000_000).padded(to: 3))Z"
  }

  /// Date and time of day in UTC.
  package var civil: CivilTime {
    CivilTime(secondsSince1970: split.seconds)
  }

  package static func < (left: UTCTime, right: UTCTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  package static func - (left: UTCTime, right: UTCTime) -> Duration {
    // As durations: three centuries apart, the difference is more than 64 bits hold.
    .nanoseconds(left.nanoseconds) - .nanoseconds(right.nanoseconds)
  }

  private static let second: Int64 = 1_000_000_000

  /// Whole seconds, rounded down, and what is left of them.
  private var split: (seconds: Int64, nanoseconds: Int) {
    let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: Self.second)
    return remainder < 0 ? (quotient - 1, Int(remainder + Self.second)) : (quotient, Int(remainder))
  }
}

/// Reads the ASCII digits and signs of a time from left to right.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, Unicode.Scalar(first) == character else { return false }
    rest.removeFirst()
    return true
  }

  mutating func digit() -> Int? {
    guard let first = rest.first, (0x30...0x39).contains(first) else { return nil }
    rest.removeFirst()
    return Int(first) - 0x30
  }

  mutating func number(digits: Int) -> Int? {
    var number = 0
    for _ in 0..<digits {
      guard let digit = digit() else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// Nanoseconds; what is finer is left off. 0 where there is no fraction.
  mutating func fraction() -> Int64? {
    guard take(".") || take(",") else { return 0 }
    guard let first = digit() else { return nil }
    var unit: Int64 = 100_000_000
    var nanoseconds = Int64(first) * unit
    while let digit = digit() {
      unit /= 10
      nanoseconds += Int64(digit) * unit
    }
    return nanoseconds
  }

  /// Seconds east of UTC: `Z`, `+02:00`, `+0200` or `+02`.
  mutating func offset() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let sign: Int64 = take("-") ? -1 : 1
    guard sign < 0 || take("+"), let hours = number(digits: 2), hours < 24 else { return nil }
    guard !isAtEnd else { return sign * Int64(hours) * 3600 }
    _ = take(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return sign * Int64(hours * 3600 + minutes * 60)
  }
}

extension Int {
  fileprivate var padded: String { padded(to: 2) }

  fileprivate func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
