import Settings
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
      (
        "lane: stdin, match: {port: p}",
        "1:19: scanners[0].lane: found \"stdin\", the lane of standard input, expected another name"
      ),
      (
        "lane: A, match: {\"\\e\": p}",
        "1:30: scanners[0].match.\\u{1B}: unknown key; known are serial, port, model"
      ),
      ("lane: A, match: {prot: p}", "1:30: scanners[0].match.prot: unknown key; did you mean port?"),
      ("lane: A, match: p", "1:29: scanners[0].match: found \"p\", expected exactly one of serial, port, model"),
      (
        "lane: A, match: {port: p}, terminator: none",
        """
        1:52: scanners[0].terminator: found none without a pattern or min_length, \
        expected one: a scan cut short must not be a number
        """
      ),
      (
        "lane: A, match: {port: p}, terminator: none, max_length: 9",
        """
        1:52: scanners[0].terminator: found none without a pattern or min_length, \
        expected one: a scan cut short must not be a number
        """
      ),
      (
        "lane: A, match: {port: p}, terminator: none, min_length: +3",
        "1:70: scanners[0].min_length: found \"+3\", expected a number from 1 to 200"
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
      (
        "lane: A, match: {port: p}, min_length: 61",
        """
        1:52: scanners[0].min_length: found 61, expected at most 60, the longest number of serial_characters: tofupilot
        """
      ),
    ])
  func namesTheKeyOfALane(lane: String, complaint: String) throws {
    let told = try complaints(about: "scanners: [{\(lane)}]")
    #expect(told == ["scangate.yaml:\(complaint)"])
  }

  @Test("The longest number is that of the characters allowed")
  func longestNumber() throws {
    let scanners = "scanners: [{lane: A, match: {port: p}, min_length: 200}]\n"
    #expect(try configuration(scanners + "gate: {serial_characters: any}").scanners.count == 1)
  }

  @Test(
    "A serial number that is none tells no scanner from another",
    arguments: ["XXXXXX", "0000", "  ", "0", "____", "x", "0.0", "*"])
  func placeholder(serial: String) throws {
    #expect(
      try complaints(about: "scanners: [{lane: A, match: {serial: '\(serial)'}}]") == [
        """
        scangate.yaml:1:38: scanners[0].match.serial: found "\(serial)", which firmware writes for want of a number, \
        expected the scanner's own; without one, match its port
        """
      ])
    #expect(try configuration("scanners: [{lane: A, match: {serial: '\(serial)7'}}]").scanners.count == 1)
  }

  @Test(
    "A socket and an interface of it tell no lane from another, two interfaces or two properties do",
    arguments: [
      ("{port: 'usb-0:3'}", "{port: 'usb-0:3:1.0'}", false), ("{port: 'usb-0:3:1.1'}", "{port: 'usb-0:3'}", false),
      ("{model: X}", "{model: X}", false), ("{port: 'usb-0:3:1.0'}", "{port: 'usb-0:3:1.1'}", true),
      ("{port: 'usb-0:3'}", "{port: 'usb-0:3.1'}", true), ("{serial: X}", "{model: X}", true),
      ("{model: 'usb-0:3:1.0'}", "{model: 'usb-0:3'}", true),
    ])
  func socketAndInterface(one: String, other: String, areApart: Bool) throws {
    let told = try complaints(about: "scanners: [{lane: A, match: \(one)}, {lane: B, match: \(other)}]")
    let complaint = "scanners[1].match: another lane has the same scanner, expected one of its own"
    #expect(told.contains { $0.hasSuffix(complaint) } == !areApart)
  }

  @Test("A pattern that does not compile is told with the offset of the mistake, and nothing follows from it")
  func brokenPattern() throws {
    let text = "scanners: [{lane: A, match: {port: p}, pattern: 'SN(\\d', terminator: none}]"
    let told = try complaints(about: text)
    #expect(told.count == 1)
    let complaint = try #require(told.first)
    #expect(complaint.hasPrefix("scangate.yaml:1:49: scanners[0].pattern: "))
    #expect(complaint.contains("at byte 5"))
  }

  @Test("A layout that does not exist is told with those that do")
  func unknownLayout() throws {
    let complaint = try #require(complaints(about: "scanners: [{lane: A, match: {port: p}, layout: dee}]").first)
    #expect(complaint.hasPrefix("scangate.yaml:1:48: scanners[0].layout: no keyboard layout is called \"dee\""))
    #expect(complaint.contains("de"))
  }

  @Test("The name of a layout acts on no terminal")
  func layoutEscaped() throws {
    let complaint = try #require(complaints(about: "scanners: [{lane: A, match: {port: p}, layout: \"\\e\"}]").first)
    #expect(complaint.contains("is called \"\\u{1B}\""))
  }

  @Test("Lanes and the screen must fit together")
  func lanesFitTogether() throws {
    let text = """
      scanners:
        - {lane: A, match: {port: p}}
        - {lane: A, match: {port: q}}
        - {lane: B, match: {port: p}}
      screen:
        lanes: [A, D]
      """
    let told = try complaints(about: text)
    #expect(
      told == [
        "scangate.yaml:3:12: scanners[1].lane: found \"A\" twice, expected a name of its own",
        "scangate.yaml:4:22: scanners[2].match: another lane has the same scanner, expected one of its own",
        "scangate.yaml:6:14: screen.lanes[1]: found \"D\", expected one of \"A\", \"B\"",
      ])
  }
}
