import Journal
import Subprocess
import Testing

extension CommandTests {
  /// `journal follow` beside an agent that writes.
  @Suite struct JournalFollowTests {
    private let files: TemporaryFolder
    private let path: String

    init() throws {
      files = try TemporaryFolder()
      path = files.path + "/journal.db"
      try append("SN-1", "SN-2")
    }

    @discardableResult
    private func append(_ numbers: String...) throws -> Journal {
      let journal = try Journal(at: path)
      try journal.append(
        numbers.map { number in
          #"{"type":"verdict","at":"2026-11-23T10:00:00.000Z","lane":"1","scan":"\#(number)","#
            + #""serial_number":"\#(number)","verdict":"PASS","shown":true,"reasons":[]}"#
        })
      return journal
    }

    /// Follows from the two entries that are there on, to Ctrl-C.
    private func follow(_ body: (RunningProgram) async throws -> Void) async throws {
      let ending = try await Program("journal", "follow", "--json", "--journal", path).use { program in
        for number in ["SN-1", "SN-2"] { #expect(try await program.verdict().serialNumber == number) }
        try await body(program)
        try program.child.send(signal: .interrupt)
      }
      #expect(ending.code == 0, "\(ending)")
    }

    @Test("tells each entry as it is recorded") func tells() async throws {
      try await follow { program in
        for number in ["SN-3", "SN-4"] {
          try append(number)
          #expect(try await program.verdict().serialNumber == number)
        }
      }
    }

    @Test("goes on where it was when old entries are dropped, and when the agent starts anew") func trimmed()
      async throws
    {
      try await follow { program in
        let journal = try append("SN-3")
        #expect(try await program.verdict().serialNumber == "SN-3")
        try journal.trim(olderThan: "2027", size: 1 << 30, at: "2026-11-24T10:00:00.000Z")
        #expect(try await program.line { _ in true }.type == "trimmed")
        try append("SN-4")
        #expect(try await program.line { _ in true }.serialNumber == "SN-4")
      }
    }

    @Test("tells a journal that took the place of a damaged one from its beginning, however long it is by then")
    func setAside() async throws {
      try await follow { program in
        try files.file("journal.db-damaged", "")
        try append("SN-3", "SN-4")
        #expect(try await program.line { _ in true }.type == "set_aside")
        for number in ["SN-3", "SN-4"] { #expect(try await program.verdict().serialNumber == number) }
      }
    }
  }
}
