import Testing

@Suite struct WarningTests {
  private static let quiet = """
    gate:
      rules: [{name: A, part_number: X}]
    scanners: [{lane: A, match: {port: p}, pattern: '^SN'}]

    """

  @Test("A tight file gives no warning")
  func tight() throws {
    #expect(try complaints(about: Self.quiet) == [])
  }

  @Test("The defaults are warned about: no rule, no pattern")
  func defaults() throws {
    #expect(
      try complaints(about: "screen: {}") == [
        """
        scangate.yaml:1:1: warning: gate.rules: no rule limits the parts: \
        a unit of any part of the organization can pass
        """,
        "scangate.yaml:1:1: warning: scanners: no lane has a pattern: a box label is asked for as if it were a unit",
      ])
  }

  @Test(
    "Plain http to another machine is pointed out",
    arguments: [
      "tofupilot.local", "127.evil.example", "127.0.0.1.example", "127.0.0.256", "127.0.0.-0", "127.1", "127.0.0.1.",
      "128.0.0.1",
    ])
  func plainHTTP(host: String) throws {
    let told = try complaints(about: Self.quiet + "api: {url: 'http://\(host)'}")
    #expect(
      told == [
        """
        scangate.yaml:4:12: warning: api.url: plain http to another machine: \
        the key can be read and a verdict forged on the way
        """
      ])
  }

  @Test("Plain http to this machine is not", arguments: ["127.0.0.1:8765", "127.255.3.4", "localhost", "[::1]:80"])
  func plainHTTPToItself(host: String) throws {
    #expect(try complaints(about: Self.quiet + "api: {url: 'http://\(host)'}") == [])
  }

  @Test(
    "A rule that lets more pass than it seems is pointed out",
    arguments: [
      (
        "allowed_outcomes: [PASS, FAIL]",
        "2:55: warning: gate.rules[0].allowed_outcomes: units whose run ended FAIL are released"
      ),
      (
        "procedure: FCT",
        "2:48: warning: gate.rules[0].procedure: a name, which can be changed in TofuPilot; the procedure's id cannot"
      ),
      ("procedure: 123e4567-e89b-12d3-a456-426614174000", nil),
      ("revision_number: B", nil),
    ] as [(String, String?)])
  func rule(key: String, warning: String?) throws {
    let text =
      "gate:\n  rules: [{name: A, part_number: X, \(key)}]\nscanners: [{lane: A, match: {port: p}, pattern: '^SN'}]"
    let told = try complaints(about: text)
    #expect(told == (warning.map { ["scangate.yaml:\($0)"] } ?? []))
  }

  @Test(
    "A last run that may be of any procedure is pointed out where it decides",
    arguments: [
      ("policy: last-run", "2:3: warning: gate.procedure"),
      ("policy: last-run, procedure: '\(id)'", nil),
      ("policy: last-run, rules: [{name: A, part_number: X}]", "2:30: warning: gate.rules[0].procedure"),
      ("policy: last-run, rules: [{name: A, part_number: X, policy: creating-run}]", nil),
      ("policy: last-run, rules: [{name: A, part_number: X, procedure: '\(id)'}]", nil),
      ("rules: [{name: A, part_number: X, policy: last-run}]", "2:12: warning: gate.rules[0].procedure"),
      ("procedure: '\(id)', rules: [{name: A, part_number: X, policy: last-run}]", nil),
      (
        "policy: last-run, otherwise: gate, rules: [{name: A, part_number: X, procedure: '\(id)'}]",
        "2:3: warning: gate.procedure"
      ),
    ] as [(String, String?)])
  func lastRun(gate: String, warning: String?) throws {
    let text = "gate:\n  {\(gate)}\nscanners: [{lane: A, match: {port: p}, pattern: '^SN'}]"
    let told = try complaints(about: text).filter { $0.contains("last-run") }
    let reason = "none with policy: last-run: the pass of any other station counts too"
    #expect(told == (warning.map { ["scangate.yaml:\($0): \(reason)"] } ?? []))
  }

  @Test(
    "A node that the kernel numbers as it comes is pointed out, a link that stays is not",
    arguments: [
      ("/dev/input/event3", true), ("/dev/hidraw0", true), ("/dev/ttyACM10", true), ("/dev/ttyUSB1", true),
      ("/dev/input/by-path/pci-0000:00:14.0-usb-0:3:1.0-event-kbd", false), ("/dev/serial/by-path/x", false),
      ("/dev/scangate/lane-1", false), ("/dev/ttyS0", false), ("/dev/input/event-left", false),
    ])
  func passingNode(path: String, isToldOf: Bool) throws {
    let text =
      "gate: {rules: [{name: A, part_number: X}]}\nscanners: [{lane: A, match: {port: '\(path)'}, pattern: '^SN'}]"
    let warning = """
      scangate.yaml:2:36: warning: scanners[0].match.port: \(path) changes with every plug-in, the socket does not: \
      scangate devices names it
      """
    #expect(try complaints(about: text) == (isToldOf ? [warning] : []))
  }

  @Test("A light whose lane no line names is pointed out: only its scanner could tell that it is misspelt")
  func lightOfUnknownLane() throws {
    func told(_ lane: String, scanners: String = "") throws -> [String] {
      try complaints(about: "\(scanners)indicators: [{profile: lcus, port: /dev/l, lane: \(lane)}]")
        .filter { $0.contains("indicators") }
    }
    #expect(
      try told("lin-1") == [
        """
        scangate.yaml:1:50: warning: indicators[0].lane: "lin-1" counts only if a scanner gives its lane this name, \
        for scanners: names none: scangate devices
        """
      ])
    #expect(try told("stdin") == [])
    #expect(try told("A", scanners: "scanners: [{lane: A, match: {port: p}}]\n") == [])
  }

  private static let id = "123e4567-e89b-12d3-a456-426614174000"

  @Test("A lane without a pattern, and a quiet gap without effect, are pointed out")
  func lane() throws {
    let text = "gate: {rules: [{name: A, part_number: X}]}\nscanners: [{lane: A, match: {port: p}, quiet_gap: 50ms}]"
    #expect(
      try complaints(about: text) == [
        """
        scangate.yaml:2:12: warning: scanners[0].pattern: lane "A" has none: \
        a box label is asked for as if it were a unit
        """,
        "scangate.yaml:2:51: warning: scanners[0].quiet_gap: counts only with terminator: none",
      ])
  }
}
