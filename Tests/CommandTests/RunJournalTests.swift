import Journal
import Subprocess
import Testing

extension CommandTests {
  /// The agent and its journal.
  @Suite struct RunJournalTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    private func configuration(_ journal: String) throws -> String {
      try files.file("journal.yaml", "{gate: {duplicate_window: 0s}, journal: {\(journal)}}")
    }

    @Test("a number that passed here before says when")
    func passedBefore() async throws {
      let path = try configuration("path: \(files.path)/journal.db")
      // What the journal knows comes before an answer from afar.
      try await serving("--delay", "200ms") { url in
        var first: String?
        for _ in 1...2 {
          let ending = try await Program.run("json", at: url, configuration: path).use { agent in
            let verdict = try await agent.scan(Unit.passed)
            #expect(verdict.verdict == "PASS")
            #expect(verdict.passedBefore == first)
            first = verdict.at
          }
          #expect(ending.code == 0)
          #expect(ending.errors == "")
        }
      }
    }

    @Test("a journal that cannot be written is HOLD and NO VERDICT, and the end says what is missing in it")
    func required() async throws {
      let path = try configuration("path: \(files.path)/missing/journal.db")
      try await serving { url in
        let ending = try await Program.run("json", at: url, configuration: path).use { agent in
          let hold = try await agent.station(is: "hold")
          #expect(hold.cause?.contains("[not_recorded]") == true && hold.cause?.contains("sudo install -d") == true)
          let verdict = try await agent.scan(Unit.passed)
          #expect(verdict.verdict == "NO_VERDICT")
          #expect(verdict.codes == ["not_recorded"])
        }
        #expect(ending.errors == "scangate: 3 entries are not in the journal: the disk took none of them to the end\n")
      }
    }

    @Test("a station that began without its file records in the journal that the mended one names")
    func mended() async throws {
      let path = try files.file("scangate.yaml", "jurnal: {}\n")
      let named = files.path + "/named.db"
      try await serving { url in
        let program = Program.run("json", at: url, configuration: path)
          .with(["NOTIFY_SOCKET": files.path + "/notify"])
        let state = try #require(program.state)
        _ = try await program.use { agent in
          try await agent.station(is: "hold")
          #expect(try await agent.scan(Unit.passed).codes == ["not_configured"])
          try files.file("scangate.yaml", "{gate: {two_labels: 0s}, journal: {path: \(named)}}")
          let reloaded = try await agent.station(is: "reloaded")
          #expect(reloaded.changes?.contains("journal.path") == true && reloaded.cause == "")
          try await agent.station(is: "ready")
          #expect(try await agent.scan(Unit.passed).verdict == "PASS")
        }
        let former = try JournalReader(at: state.path + "/journal.db")
        #expect(try former.entry(former.head().sequence)?.payload.contains("goes on in \(named)") == true)
        let entries = try JournalReader(at: named).entries(1...9).map(\.payload)
        #expect(entries.contains { $0.contains(#""verdict":"PASS""#) }, "\(entries)")
      }
    }

    @Test("where it is not required the verdict is shown, and the station says that it is not recorded")
    func notRequired() async throws {
      let path = try configuration("required: false, path: \(files.path)/missing/journal.db")
      try await serving { url in
        _ = try await Program.run("json", at: url, configuration: path).use { agent in
          try await agent.line { $0.cause?.hasPrefix("verdicts are shown and not recorded") == true }
          #expect(try await agent.scan(Unit.passed).verdict == "PASS")
        }
      }
    }
  }
}
