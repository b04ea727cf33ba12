import Journal
import Testing

@Suite("Every commit waits for the disk")
struct SyncTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
  }

  @Test("once, and for its log") func onePerCommit() throws {
    let writer = try Journal(at: folder.journal)
    let log = folder.journal + "-wal"
    let atRest = SyncCount.of(folder.journal)
    for number in 1...20 {
      let before = SyncCount.of(log)
      try writer.enter(OpenScan(key: "\(number)", payload: "{}"))
      #expect(SyncCount.of(log) == before + 1)
      try writer.append([verdict("A"), verdict("B")], closing: ["\(number)"])
      #expect(SyncCount.of(log) == before + 2)
    }
    #expect(SyncCount.of(folder.journal) == atRest)
  }
}
