import Testing

@testable import Settings

@Suite struct LaterSectionsTests {
  @Test(
    "What this version cannot do is told, not taken",
    arguments: [
      ("watch: true", "1:8: watch: not in this version: leave it out; restart scangate to put a change in force"),
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
      ("wach: true", "1:1: wach: unknown key; known are station, api, gate, scanners, indicators, screen"),
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
}

/// Reads a section's own text into it, and gives what was told.
private func complaints(reading text: String, into section: inout some Section) throws -> [String] {
  let node = try #require(try YAMLDocument(text, path: "f").root)
  let reading = Reading()
  _ = NodeReader(node: node, keyPath: "", reading: reading).read(&section)
  return reading.diagnostics.map { "\($0.keyPath): \($0.text)" }
}
