import Scanning
import Testing

@testable import Station

@Suite("What the recorder keeps an eye on")
struct WarningTests {
  @Test("a disk is a warning from 90 % on, once, and none again below 88 %; it is repeated daily")
  func disk() {
    var (warning, now) = (DiskWarning(), EventTime(nanoseconds: 0))
    let looks =
      [
        (89, nil), (90, 90), (95, nil), (89, nil), (88, nil), (87, nil), (89, nil), (91, 91), (93, nil),
      ] as [(Int, Int?)]
    for (percent, told) in looks {
      let isNews = warning.look(percent, at: now)
      #expect((isNews ? warning.fullness : nil) == told, "\(percent) %")
      now = now + .seconds(60)
    }
    now = now + .seconds(86400)
    let repetitions = [93, 93].map { warning.look($0, at: now) }
    #expect(repetitions == [true, false])
    #expect(warning.fullness == 93)
  }

  @Test("a clock that is set is noticed, forwards and back; one that is slewed is not")
  func clock() {
    var clock = ClockWatch(lead: .milliseconds(100_000))
    let looks =
      [
        (100_900, nil), (101_800, nil), (3_701_800, 3_600_000), (3_701_800, nil), (101_800, -3_600_000),
      ] as [(Int, Int?)]
    for (lead, jump) in looks {
      #expect(clock.jump(lead: .milliseconds(lead)) == jump.map { .milliseconds($0) })
    }
  }
}
