import Testing

@testable import Settings

@Suite struct JournalSettingsTests {
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
    let complaints = try complaints(about: "journal: \(text)").filter { !$0.contains("warning") }
    #expect(complaints.map { String($0.split(separator: "journal.", maxSplits: 1).last ?? "") } == expected)
    guard expected.isEmpty else { return }
    let journal = try configuration("journal: \(text)").journal
    #expect(!journal.isRequired && journal.path == "/srv/j.db")
    #expect(journal.retention.age == .seconds(86400) && journal.retention.size == 64 << 20)
  }

  @Test("Watching and the health answer are read, and off where the file says so")
  func watchAndHealth() throws {
    let given = try configuration("{watch: false, health: 127.0.0.1:9090}")
    #expect(!given.watchesFile && given.health != nil)
    let silent = try configuration("")
    #expect(silent.watchesFile && silent.health == nil)
  }
}
