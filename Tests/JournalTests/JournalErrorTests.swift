import GRDB
import Journal
import Testing

@Suite("What the journal cannot do")
struct JournalErrorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("a folder that is missing is an error that makes it, and is not made") func noFolder() throws {
    let error = #expect(throws: JournalError.self) { try Journal(at: folder.path + "/none/journal.db") }
    #expect(error?.cause == .noFolder)
    #expect(
      error?.description.hasSuffix("`sudo install -d -o scangate -g scangate -m 0750 \(folder.path)/none`") == true)
    #expect(folder.names.isEmpty)
  }

  @Test("a journal that is missing is not made by a reader", arguments: ["journal.db", "none/journal.db"])
  func missing(name: String) throws {
    let error = #expect(throws: JournalError.self) { try JournalReader(at: folder.path + "/" + name) }
    #expect(error?.cause == .missing)
    #expect(folder.names.isEmpty)
  }

  @Test("another program's database stays as it is") func foreign() throws {
    try DatabaseQueue(path: folder.journal).write { try $0.execute(sql: "CREATE TABLE customer (name)") }
    let before = folder.bytes(of: folder.journal)
    let error = #expect(throws: JournalError.self) { try Journal(at: folder.journal) }
    #expect(error?.cause == .foreign)
    #expect(folder.bytes(of: folder.journal) == before)
    #expect(folder.names == ["journal.db"])
  }

  @Test("a newer scangate's journal stays as it is") func newer() throws {
    _ = try folder.journal(of: 1)
    try folder.tamper("PRAGMA user_version = 2")
    let error = #expect(throws: JournalError.self) { try Journal(at: folder.journal) }
    #expect(error?.cause == .foreign)
    #expect(error?.detail == "written by a newer scangate, in form 2")
  }

  @Test("every cause says in one line what to do next", arguments: causes)
  func words(cause: JournalError.Cause) {
    let text = JournalError(cause, path: "/var/lib/scangate/journal.db", detail: "words").description
    #expect(text.hasPrefix("journal /var/lib/scangate/journal.db: "))
    #expect(text.contains("(words): "))
    #expect(!text.contains("\n"))
  }

  private static let causes: [JournalError.Cause] = [
    .full, .readOnly, .unreadable, .damaged, .foreign, .missing, .noFolder, .other,
  ]
}
