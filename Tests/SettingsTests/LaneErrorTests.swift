import Testing

@Suite struct LaneErrorTests {
  @Test(
    "An error of a lane names its key",
    arguments: [
      ("lane: A", "1:12: scanners[0].match: missing; it has no default"),
      ("match: {port: p}", "1:12: scanners[0].lane: missing; it has no default"),
      (
        "lane: A, match: {port: p, serial: s}",
        "1:29: scanners[0].match: found 2 keys, expected exactly one of serial, port, model"
      ),
      ("lane: A, match: {prot: p}", "1:30: scanners[0].match.prot: unknown key; did you mean port?"),
      ("lane: A, match: p", "1:29: scanners[0].match: found \"p\", expected exactly one of serial, port, model"),
      (
        "lane: A, match: {port: p}, terminator: none",
        """
        1:52: scanners[0].terminator: found none without a pattern, min_length or max_length, \
        expected one: a scan cut short must not be a number
        """
      ),
      (
        "lane: A, match: {port: p}, terminator: lf",
        "1:52: scanners[0].terminator: found \"lf\", expected enter | tab | none"
      ),
      (
        "lane: A, match: {port: p}, extract: [aim, gs2]",
        "1:55: scanners[0].extract[1]: found \"gs2\", expected aim | gs1 | iso15434"
      ),
      (
        "lane: A, match: {port: p}, extract: [aim, aim]",
        "1:49: scanners[0].extract: found a step twice, expected each once"
      ),
      (
        "lane: A, match: {port: p}, extract_pattern: 'SN(.*)'",
        """
        1:57: scanners[0].extract_pattern: found no group named serial, \
        expected (?<serial>…) around the serial number
        """
      ),
      (
        "lane: A, match: {port: p}, min_length: +3",
        "1:52: scanners[0].min_length: found \"+3\", expected a number from 1 to 200"
      ),
      (
        "lane: A, match: {port: p}, min_length: 9, max_length: 8",
        "1:52: scanners[0].min_length: found 9, expected at most max_length, which is 8"
      ),
    ])
  func namesTheKeyOfALane(lane: String, complaint: String) throws {
    let told = try complaints(about: "scanners: [{\(lane)}]")
    #expect(told == ["scangate.yaml:\(complaint)"])
  }

  @Test("A pattern that does not compile is told with the offset of the mistake")
  func brokenPattern() throws {
    let complaint = try #require(complaints(about: "scanners: [{lane: A, match: {port: p}, pattern: 'SN(\\d'}]").first)
    #expect(complaint.hasPrefix("scangate.yaml:1:49: scanners[0].pattern: "))
    #expect(complaint.contains("at byte 5"))
  }

  @Test("A layout that does not exist is told with those that do")
  func unknownLayout() throws {
    let complaint = try #require(complaints(about: "scanners: [{lane: A, match: {port: p}, layout: dee}]").first)
    #expect(complaint.hasPrefix("scangate.yaml:1:48: scanners[0].layout: no keyboard layout is called \"dee\""))
    #expect(complaint.contains("de"))
  }

  @Test("Lanes, lights and the screen must fit together")
  func lanesFitTogether() throws {
    let text = """
      scanners:
        - {lane: A, match: {port: p}}
        - {lane: A, match: {port: q}}
        - {lane: B, match: {port: p}}
      indicators:
        - {lane: C, profile: tower, port: /dev/a}
        - {lane: B, profile: tower, port: /dev/a}
        - {lane: B, profile: tower, port: /dev/b}
        - {profile: Tower, port: ttyUSB0}
      screen:
        lanes: [A, D]
      """
    let told = try complaints(about: text)
    #expect(
      told == [
        "scangate.yaml:3:12: scanners[1].lane: found \"A\" twice, expected a name of its own",
        "scangate.yaml:4:22: scanners[2].match: another lane has the same scanner, expected one of its own",
        "scangate.yaml:6:12: indicators[0].lane: found \"C\", expected one of \"A\", \"B\"",
        "scangate.yaml:7:37: indicators[1].port: another light hangs on this port, expected a port of its own",
        "scangate.yaml:8:12: indicators[2].lane: this lane has a light already, expected one light a lane",
        "scangate.yaml:9:5: indicators[3].lane: missing, expected one of \"A\", \"B\"",
        "scangate.yaml:9:15: indicators[3].profile: found \"Tower\", expected the name of a profile: a-z, 0-9 and -",
        """
        scangate.yaml:9:28: indicators[3].port: found "ttyUSB0", expected a path below /dev, \
        or {vendor: 1a86, product: 7523}
        """,
        "scangate.yaml:11:14: screen.lanes[1]: found \"D\", expected one of \"A\", \"B\"",
      ])
  }
}
