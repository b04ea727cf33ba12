import Scanning
import Testing

@Suite("Timelines")
struct TimelineTests {
  private static func time(_ microseconds: Int) -> EventTime {
    EventTime(seconds: 0, microseconds: microseconds)
  }

  @Test("are read: head, frames, expected scans")
  func whole() throws {
    let timeline = try Timeline(
      parsing: """
        # Two notes,
        #
        layout de   # not a note
        terminator none 250ms
        grabbed 0.5

        1.000000 KEY_LEFTSHIFT down, KEY_A down\r
        1.0015 KEY_A repeat
        2 SYN_DROPPED
        3.000000001 0xb7 up
        4 detached

        scan "A\\"\\u{1D}# →" -> PASS
        spoiled overrun
        spoiled unknown-key 0xb7 -> NO VERDICT
        spoiled uncombined-accent "^" -> FAIL
        """)
    let second = EventTime(seconds: 1, microseconds: 0)
    #expect(timeline.notes == ["Two notes,", ""])
    #expect(timeline.layout == "de")
    #expect(timeline.terminator == .none(quietGap: .milliseconds(250)))
    #expect(timeline.grabbedAt == Self.time(500_000))
    #expect(
      timeline.events == [
        .key(.leftShift, .down, at: second), .key(.a, .down, at: second), .synReport(at: second),
        .key(.a, .repeat, at: Self.time(1_001_500)), .synReport(at: Self.time(1_001_500)),
        .synDropped(at: Self.time(2_000_000)),
        .key(KeyCode(rawValue: 0xB7), .up, at: EventTime(nanoseconds: 3_000_000_001)),
        .synReport(at: EventTime(nanoseconds: 3_000_000_001)),
      ])
    #expect(timeline.detachedAt == Self.time(4_000_000))
    #expect(
      timeline.expectations == [
        .init(.whole("A\"\u{1D}# →"), verdict: .pass), .init(.spoiled(.overrun)),
        .init(.spoiled(.unknownKey(KeyCode(rawValue: 0xB7))), verdict: .noVerdict),
        .init(.spoiled(.uncombinedAccent("^")), verdict: .fail),
      ])
    #expect(try Timeline(parsing: timeline.rendered()) == timeline)
  }

  @Test("without a head are of a US scanner that ends in Enter")
  func noHead() throws {
    #expect(try Timeline(parsing: "") == Timeline(layout: "us", terminator: .enter))
  }

  @Test(
    "name any fault, read and written",
    arguments: [
      .overrun, .paused, .detached, .begunBeforeGrab, .unknownKey(.kp5), .uncombinedAccent("´"), .badAltCode(5204),
      .tooLong, .notUTF8, .malformedReport,
    ] as [ScanFault])
  func faults(fault: ScanFault) throws {
    let timeline = Timeline(expectations: [.init(.spoiled(fault))])
    #expect(try Timeline(parsing: timeline.rendered()) == timeline)
  }

  @Test("are written without the kernel's EV_MSC, a frame a line")
  func rendered() {
    let misc = InputEvent(time: Self.time(5), type: InputEvent.Kind.miscellaneous, code: 4, value: 0x70004)
    let timeline = Timeline(
      notes: ["A note"],
      events: [
        misc, .key(.leftShift, .down, at: Self.time(5)), .key(.a, .down, at: Self.time(5)),
        .synReport(at: Self.time(5)),
        .synReport(at: Self.time(6)), .synDropped(at: Self.time(7)),
      ],
      expectations: [.init(.whole("A\u{202E}"), verdict: .noVerdict)])
    #expect(
      timeline.rendered() == """
        # A note
        layout us
        terminator enter

        0.000005 KEY_LEFTSHIFT down, KEY_A down
        0.000007 SYN_DROPPED

        scan "A\\u{202E}" -> NO VERDICT

        """)
  }

  @Test(
    "say the line, what was found and what is allowed",
    arguments: [
      ("layuot us", 1, "“layuot”", "layout, terminator, grabbed, a time such as 0.001000, scan, spoiled"),
      ("scan A\u{1B}[2J", 1, #"“A\u{1B}[2J”"#, "the scan's text in quotes"),
      ("layout us \"\u{3164}\u{1B}\"", 1, #""\u{3164}\u{1B}""#, "the end of the line"),
      ("\nlayout", 2, "the end of the line", "a layout's name"),
      ("layout us de", 1, "“de”", "the end of the line"),
      ("terminator return", 1, "“return”", "enter, tab, none"),
      ("terminator none", 1, "the end of the line", "a quiet gap in milliseconds, such as 100ms"),
      ("terminator none 1h", 1, "“1h”", "a quiet gap in milliseconds, such as 100ms"),
      ("grabbed now", 1, "“now”", "a time such as 0.001000"),
      ("0.1 KEY_FOO down", 1, "“KEY_FOO”", "a key such as KEY_A or 0xb7, SYN_DROPPED, detached"),
      ("0.1 KEY_A, KEY_B down", 1, "a comma", "up, down, repeat"),
      ("0.1 KEY_A down KEY_B down", 1, "“KEY_B”", "a comma or the end of the line"),
      ("0.1 KEY_A down, KEY_FOO up", 1, "“KEY_FOO”", "a key by its kernel name or number, such as KEY_A or 0xb7"),
      ("0.2 KEY_A down\n0.1 KEY_A up", 2, "an event at 0.100000", "0.200000 or later"),
      ("0.1 detached\n0.2 KEY_A up", 2, "an event at 0.200000", "none after `detached`"),
      ("0.1 KEY_A up\nlayout us", 2, "a line out of order", "the head, then the events, then the expected scans"),
      ("scan A", 1, "“A”", "the scan's text in quotes"),
      (#"scan "A"#, 1, "a broken text in quotes", #""…", with \", \\ or \u{1D} inside"#),
      (#"scan "\x""#, 1, "a broken text in quotes", #""…", with \", \\ or \u{1D} inside"#),
      (#"scan "A" PASS"#, 1, "“PASS”", "-> and a verdict"),
      (#"scan "A" -> pass"#, 1, "“pass”", "PASS, FAIL, NO VERDICT"),
      (
        "spoiled badly", 1, "“badly”",
        "overrun, paused, detached, begun-before-grab, unknown-key, uncombined-accent, bad-alt-code, too-long, not-utf8, malformed-report"
      ),
      (#"spoiled uncombined-accent "^^""#, 1, #""^^""#, "one accent in quotes"),
    ])
  func errors(text: String, line: Int, found: String, allowed: String) {
    let error = #expect(throws: TimelineError.self) { try Timeline(parsing: text) }
    #expect(error == TimelineError(line: line, found: found, allowed: allowed))
  }

  @Test("are met only by exactly the expected scans")
  func isMet() {
    let zero = EventTime(nanoseconds: 0)
    let composed = Scan(text: "\u{E9}", began: zero, ended: zero)
    let timeline = Timeline(expectations: [.init(composed)])
    #expect(timeline.isMet(by: [composed]))
    #expect(!timeline.isMet(by: []))
    #expect(!timeline.isMet(by: [composed, composed]))
    #expect(!timeline.isMet(by: [Scan(text: "e\u{301}", began: zero, ended: zero)]))
    #expect(!timeline.isMet(by: [Scan(text: "\u{E9}", began: zero, ended: zero, fault: .overrun)]))
  }
}
