import Glibc
import Journal
import Testing

@Suite("A journal that we may not touch")
struct RightsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(
    "is told as such, to the agent and to a reader",
    arguments: [
      (0o444, 0o777, "writing", "readOnly"), (0o666, 0o555, "writing", "readOnly"), (0o666, 0, "writing", "readOnly"),
      (0, 0o777, "writing", "readOnly"), (0, 0o777, "reading", "unreadable"), (0o666, 0, "reading", "unreadable"),
    ] as [(mode_t, mode_t, String, String)])
  func noRights(file: mode_t, folder mode: mode_t, act: String, cause: String) async throws {
    let path = try folder.journal(of: 1)
    chmod(path, file)
    chmod(folder.path, mode)
    defer { chmod(folder.path, 0o755) }
    await #expect(processExitsWith: .success) { [path = path as String, act = act as String, cause = cause as String] in
      // Root may do everything; anybody else stays who it is.
      if getuid() == 0 { try #require(setgid(65534) == 0 && setuid(65534) == 0) }
      let error = #expect(throws: JournalError.self) {
        if act == "writing" { _ = try Journal(at: path) } else { _ = try JournalReader(at: path) }
      }
      #expect(error.map { "\($0.cause)" } == cause, "\(error?.description ?? "")")
    }
  }

  @Test("is begun nowhere, and goes on by itself once the right is there") func given() async throws {
    chmod(folder.path, 0o555)
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let isRoot = getuid() == 0
      if isRoot { try #require(seteuid(65534) == 0) }
      let error = #expect(throws: JournalError.self) { try Journal(at: path + "/journal.db") }
      #expect(error?.cause == .readOnly)
      if isRoot { seteuid(0) }
      chmod(path, 0o777)
      if isRoot { try #require(seteuid(65534) == 0) }
      #expect(try Journal(at: path + "/journal.db").append([verdict("A")]) == [1])
    }
  }
}
