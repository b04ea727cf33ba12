import Settings
import Testing

@Suite struct ConfigurationChangesTests {
  @Test(
    "What differs is named by its key path",
    arguments: [
      ("", []),
      ("# a comment\napi: {deadline: 5000ms}", []),
      ("gate: {allowed_outcomes: [PASS, ABORTED]}", ["gate.allowed_outcomes"]),
      (
        "{screen: {bell: true}, gate: {policy: last-run, procedure: F}}",
        [
          "gate.policy", "gate.procedure", "screen.bell",
        ]
      ),
      ("scanners: [{lane: a, match: {port: p}}]", ["scanners"]),
    ] as [(String, [String])])
  func named(text: String, changes: [String]) throws {
    let folder = try StationFolder()
    let former = try folder.load("")
    #expect(try folder.load(text).changes(since: former) == changes)
    #expect(try former.changes(since: folder.load(text)).count == changes.count)
  }

  @Test("Within a list of the same length, the element is named; a block list by what stands in it")
  func elements() throws {
    let folder = try StationFolder()
    let list = try folder.write("SN-1\n", to: "blocked.txt")
    let text = "{gate: {block_list: \(list)}, scanners: [{lane: a, match: {port: p}}, {lane: b, match: {port: q}}]}"
    let former = try folder.load(text)
    let other = try folder.load(text.replacing("{port: q}", with: "{port: q}, layout: de"))
    #expect(other.changes(since: former) == ["scanners[1].layout"])
    try folder.write("SN-2\n", to: "blocked.txt")
    #expect(try folder.load(text).changes(since: former) == ["gate.block_list"])
  }

  @Test("What is settled at the start keeps its value, and the hash is that of the values in force")
  func settled() throws {
    let folder = try StationFolder()
    let start = try folder.load("")
    let new = try folder.load("{journal: {path: /srv/j.db, required: false}, health: 127.0.0.1:9090}")
    let settled = new.settled(by: start)
    #expect(settled.changes(since: start) == ["journal.required"])
    #expect(new.changes(since: settled) == ["journal.path", "health"])
    #expect(settled.hash == (try folder.load("journal: {required: false}").hash))
  }
}
