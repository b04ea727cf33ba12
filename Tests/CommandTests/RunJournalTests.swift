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
