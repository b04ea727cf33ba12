import FoundationEssentials
import Journal
import Testing

@Suite("The journal's disk", .enabled(if: SmallDisk.isPossible, "only root may mount a disk"))
struct DiskTests {
  private let disk: SmallDisk
  private var folder: TemporaryFolder { disk.folder }

  init() throws {
    disk = try SmallDisk(bytes: 2 << 20)
  }

  @Test("is full: nothing is half written, and it goes on as soon as there is room") func full() throws {
    let writer = try Journal(at: folder.journal)
    try writer.append([verdict("PCB-1")])
    let filler = folder.path + "/filler"
    try folder.write(Array(repeating: 0, count: Int(try #require(DiskRoom(of: filler)).available) - 65536), to: filler)
    #expect(try #require(DiskRoom(of: filler)).used > 0.95)

    var appended: Int64 = 1
    let error = #expect(throws: JournalError.self) {
      for _ in 1...1000 { appended += Int64(try writer.append([verdict("PCB-\(appended)")]).count) }
    }
    #expect(error?.cause == .full)
    #expect(throws: JournalError.self) { try writer.append([verdict("AGAIN")]) }
    #expect(try JournalReader(at: folder.journal).verify().head.sequence == appended)

    try FileManager.default.removeItem(atPath: filler)
    #expect(try writer.append([verdict("AFTER")]) == [appended + 1])
    #expect(try JournalReader(at: folder.journal).verify().fault == nil)
  }

  @Test("is full before there is a journal") func fullAtStart() throws {
    let filler = folder.path + "/filler"
    try folder.write(Array(repeating: 0, count: Int(try #require(DiskRoom(of: filler)).available) - 8192), to: filler)
    let error = #expect(throws: JournalError.self) { try Journal(at: folder.journal) }
    #expect(error?.cause == .full)
    try FileManager.default.removeItem(atPath: filler)
    #expect(try Journal(at: folder.journal).append([verdict("A")]) == [1])
  }

  @Test("is read-only: no writing, and reading all the same") func readOnly() throws {
    // A path that says something else in a URI.
    let path = folder.path + "/100%?a=b#.db"
    try Journal(at: path).append([verdict("A")])
    try disk.makeReadOnly()
    let error = #expect(throws: JournalError.self) { try Journal(at: path) }
    #expect(error?.cause == .readOnly)
    #expect(try JournalReader(at: path).verify().head.sequence == 1)
  }
}
