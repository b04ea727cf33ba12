import Testing

@testable import Settings

@Suite struct LaterSectionsTests {
  @Test(
    "What this version cannot do is told, not taken",
    arguments: [
      ("watch: true", "1:8: watch: not in this version: leave it out; restart scangate to put a change in force"),
      (
        "indicators: [{profile: Tower}]",
        "1:13: indicators: not in this version: leave it out; the screen shows every verdict"
      ),
      (
        "journal:\n  required: true",
        """
        2:3: journal: not in this version: leave it out; \
        to keep the verdicts, keep the output of: scangate run --format json
        """
      ),
      (
        "health: 9090",
        """
        1:9: health: not in this version: leave it out; the screen and the output of scangate run tell every HOLD
        """
      ),
      ("wach: true", "1:1: wach: unknown key; known are station, api, gate, scanners, screen"),
    ])
  func notYet(text: String, complaint: String) throws {
    #expect(try complaints(about: text) == ["scangate.yaml:\(complaint)"])
  }

  @Test(
    "A journal is read with what is wrong in it",
    arguments: [
      ("{required: false, path: /srv/j.db, keep: {age: 1d, size: 64MiB}}", []),
      ("{keep: {ages: 1d}}", ["keep.ages: unknown key; did you mean age?"]),
      (
        "{keep: {size: 4GB}}",
        ["keep.size: found \"4GB\", expected a size of at least 16MiB, written as 512KiB, 64MiB or 4GiB"]
      ),
      ("{path: journal.db}", ["path: found \"journal.db\", expected an absolute path"]),
    ])
  func journal(text: String, expected: [String]) throws {
    var journal = JournalSettings()
    #expect(try complaints(reading: text, into: &journal) == expected)
    guard expected.isEmpty else { return }
    #expect(!journal.isRequired && journal.path == "/srv/j.db")
    #expect(journal.retention.age == .seconds(86400) && journal.retention.size == 64 << 20)
  }

  @Test(
    "A light is read with what is wrong in it",
    arguments: [
      ("{profile: tower, port: {vendor: 1A86, product: 7523, port: 1-1.3}, pass_time: 1500ms}", []),
      ("{port: /dev/a}", ["profile: missing; it has no default"]),
      ("{profile: Tower, port: /dev/a}", ["profile: found \"Tower\", expected the name of a profile: a-z, 0-9 and -"]),
      (
        "{profile: tower, port: ttyUSB0}",
        ["port: found \"ttyUSB0\", expected a path below /dev, or {vendor: 1a86, product: 7523}"]
      ),
    ])
  func light(text: String, expected: [String]) throws {
    var light = IndicatorSettings(profile: "", port: .path(""))
    #expect(try complaints(reading: text, into: &light) == expected)
    guard expected.isEmpty else { return }
    #expect(light.port == .usb(USBAdapter(vendor: "1a86", product: "7523", port: "1-1.3")))
    #expect(light.lane == nil && light.passTime == .milliseconds(1500))
  }

  @Test("A lane has one light, and a light a port of its own")
  func lightsFitLanes() throws {
    func light(_ lane: String?, _ port: String) -> IndicatorSettings {
      IndicatorSettings(lane: lane, profile: "tower", port: .path(port))
    }
    var configuration = try configuration("scanners: [{lane: A, match: {port: p}}, {lane: B, match: {port: q}}]")
    configuration.indicators = [light("C", "/dev/a"), light("B", "/dev/a"), light("B", "/dev/b"), light(nil, "/dev/c")]
    #expect(
      try complaints(reading: "{}", into: &configuration) == [
        "indicators[0].lane: found \"C\", expected one of \"A\", \"B\"",
        "indicators[1].port: another light hangs on this port, expected a port of its own",
        "indicators[2].lane: this lane has a light already, expected one light a lane",
        "indicators[3].lane: missing, expected one of \"A\", \"B\"",
      ])
    configuration.scanners.removeLast()
    configuration.indicators = [light(nil, "/dev/a")]
    #expect(try complaints(reading: "{}", into: &configuration) == [])
  }

}

/// Reads a section's own text into it, and gives what was told.
private func complaints(reading text: String, into section: inout some Section) throws -> [String] {
  let node = try #require(try YAMLDocument(text, path: "f").root)
  let reading = Reading()
  _ = NodeReader(node: node, keyPath: "", reading: reading).read(&section)
  return reading.diagnostics.map { "\($0.keyPath): \($0.text)" }
}
