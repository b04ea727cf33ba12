import Gating
import Testing

/// Times as TofuPilot writes them, and the calendar below.
struct UTCTimeTests {
  @Test(
    "A time in any zone and fraction is the same moment, told in UTC to the millisecond",
    arguments: [
      ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z", 0),
      ("2026-11-23T10:00:00.123Z", "2026-11-23T10:00:00.123Z", 1_795_428_000_123_000_000),
      ("2026-11-23T10:00:00.123456789Z", "2026-11-23T10:00:00.123Z", 1_795_428_000_123_456_789),
      ("2026-11-23T10:00:00.1234567891234Z", "2026-11-23T10:00:00.123Z", 1_795_428_000_123_456_789),
      ("2026-11-23T10:00:00,5Z", "2026-11-23T10:00:00.500Z", 1_795_428_000_500_000_000),
      ("2026-11-23t10:00:00z", "2026-11-23T10:00:00.000Z", 1_795_428_000_000_000_000),
      ("2026-11-23T12:00:00+02:00", "2026-11-23T10:00:00.000Z", 1_795_428_000_000_000_000),
      ("2026-11-23T04:30:00-0530", "2026-11-23T10:00:00.000Z", 1_795_428_000_000_000_000),
      ("2026-11-23T11:00:00+01", "2026-11-23T10:00:00.000Z", 1_795_428_000_000_000_000),
      ("2024-02-29T23:59:59-01:00", "2024-03-01T00:59:59.000Z", 1_709_254_799_000_000_000),
      ("2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z", 951_782_400_000_000_000),
      ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z", -1_000_000),
    ] as [(String, String, Int64)])
  func parsesAndPrints(text: String, printed: String, nanoseconds: Int64) throws {
    let time = try #require(UTCTime(iso8601: text))
    #expect(time.nanoseconds == nanoseconds)
    #expect(time.iso8601 == printed)
  }

  @Test(
    "What is no time is none",
    arguments: [
      "", "2026", "2026-11-23", "2026-11-23T10:00:00", "2026-11-23 10:00:00Z", "2026-11-23T10:00Z",
      "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
      "2026-04-31T00:00:00Z", "2026-11-00T00:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T10:60:00Z",
      "2026-11-23T10:00:60Z", "2026-11-23T10:00:00.Z", "2026-11-23T10:00:00Zz", "2026-11-23T10:00:00+",
      "2026-11-23T10:00:00+1:00", "2026-11-23T10:00:00+24:00", "2026-11-23T10:00:00+02:60", "2026-11-23T10:00:00+02:",
      "+2026-11-23T10:00:00Z", "-026-11-23T10:00:00Z", "2026-1-23T10:00:00Z", "1795428000", "null",
      "２０２６-11-23T10:00:00Z", "2026-11-23T10:00:00\u{2212}02:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
    ])
  func refuses(text: String) {
    #expect(UTCTime(iso8601: text) == nil)
  }

  @Test("The ends of the range are told and subtracted without a trap")
  func ends() {
    let (first, last) = (UTCTime(nanoseconds: .min), UTCTime(nanoseconds: .max))
    #expect(first.iso8601 == "1677-09-21T00:12:43.145Z")
    #expect(last.iso8601 == "2262-04-11T23:47:16.854Z")
    #expect(last - first > .seconds(18_000_000_000))
    #expect(first < last)
  }

  @Test("Every day of nine centuries follows the one before")
  func calendar() throws {
    var seconds = try #require(CivilTime(year: 1599, month: 12, day: 31)).secondsSince1970
    for year in 1600..<2500 {
      let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(1..., lengths) {
        for day in 1...length {
          seconds += 86400
          let civil = try #require(CivilTime(year: year, month: month, day: day))
          guard civil.secondsSince1970 == seconds, CivilTime(secondsSince1970: seconds) == civil else {
            Issue.record("\(year)-\(month)-\(day)")
            return
          }
        }
        #expect(CivilTime(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test("Date and time of day are there for a station that shows its own zone")
  func civil() throws {
    let civil = try #require(UTCTime(iso8601: "2026-03-12T10:30:59.999Z")).civil
    #expect(civil == CivilTime(year: 2026, month: 3, day: 12, hour: 10, minute: 30, second: 59))
    #expect(civil.date == "12 Mar 2026")
  }
}
