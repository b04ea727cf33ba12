import Journal
import Testing

@Suite("Every entry waits for the disk")
struct SyncTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("once, and for its log; a scan that is entered before it waits for nothing") func onePerEntry() throws {
    let writer = try Journal(at: folder.journal)
    let log = folder.journal + "-wal"
    try writer.append([verdict("A")])
    let atRest = SyncCount.of(folder.journal)
    for number in 1...20 {
      let before = SyncCount.of(log)
      try writer.enter(OpenScan(key: "\(number)", payload: "{}"))
      #expect(SyncCount.of(log) == before)
      try writer.append([verdict("A"), verdict("B")], closing: ["\(number)"])
      #expect(SyncCount.of(log) == before + 1)
    }
    #expect(SyncCount.of(folder.journal) == atRest)
  }
}
