import FoundationEssentials
import GRDB
import Testing

@testable import Journal

@Suite("A damaged journal")
struct SetAsideTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("is put aside at the start, and a fresh chain begins with that") func atStart() throws {
    let path = try folder.journal(of: 3)
    let damaged = Array("no journal".utf8) + folder.bytes(of: path).dropFirst(10)
    try folder.write(damaged, to: path)

    let writer = try Journal(at: path)
    let aside = try #require(writer.setAside)
    #expect(aside.hasPrefix(path + ".damaged-"))
    #expect(folder.bytes(of: aside) == damaged)

    let reader = try JournalReader(at: path)
    let first = try #require(try reader.entry(1)?.payload)
    #expect(first.hasPrefix(#"{"type":"set_aside","at":""#))
    #expect(first.contains(#""file":"\#(aside)","cause":"file is not a database"#))
    #expect(try writer.append([verdict("A")]) == [2])
    #expect(try reader.verify().fault == nil)
  }

  @Test("that turns out to be so at work is put aside when it is opened anew") func atWork() throws {
    let path = try folder.journal(of: 200)
    var file = folder.bytes(of: path)
    for place in 4096..<file.count { file[place] = 0xFF }
    try folder.write(file, to: path)

    var writer: Journal? = try Journal(at: path)
    #expect(writer?.setAside == nil)
    let error = #expect(throws: JournalError.self) { try writer?.append([verdict("A")]) }
    #expect(error?.cause == .damaged)

    let fresh = try Journal(at: path)
    let aside = try #require(fresh.setAside)
    #expect(folder.bytes(of: aside).count >= file.count)
    #expect(try fresh.append([verdict("B")]) == [2])
    // Whoever closes the old one late takes nothing from the fresh one.
    writer = nil
    #expect(try fresh.append([verdict("C")]) == [3])
    #expect(try Journal(at: path).setAside == nil)
  }

  @Test("is not yet one in which a text rotted: its columns tell what it said, and verify that it rotted") func rotten()
    throws
  {
    let path = try folder.journal(of: 3)
    var file = folder.bytes(of: path)
    let text = Array(verdict("PCB-2").utf8)
    let start = try #require(file.indices.first { file[$0...].starts(with: text) })
    file[start] = 0
    try folder.write(file, to: path)

    let reader = try JournalReader(at: path)
    let numbers = try reader.connection.read { try String?.fetchAll($0, sql: "SELECT serial_number FROM entry") }
    #expect(numbers == ["PCB-1", "PCB-2", "PCB-3"])
    #expect(try reader.verify().fault == .changed(2))
    guard case .unreadable = try #require(try reader.read(2)).content else {
      Issue.record("what rotted was read")
      return
    }

    try Journal(at: path).trim(olderThan: "2027", size: 1 << 30, at: "2027")
    #expect(try Journal(at: path).setAside == nil)
    #expect(try JournalReader(at: path).verify().fault == nil)
  }

  @Test("takes its log along") func log() throws {
    let writer = try Journal(at: folder.journal)
    try writer.append([verdict("A")])
    let log = folder.bytes(of: folder.journal + "-wal")
    SetAside.mark(folder.journal)
    let aside = try #require(try Journal(at: folder.journal).setAside)
    #expect(folder.bytes(of: aside + "-wal") == log)
    #expect(try JournalReader(at: aside).verify().head.sequence == 1)
  }

  @Test("is told by a reader, which moves nothing") func reader() throws {
    try folder.write(Array(repeating: 0x20, count: 8192), to: folder.journal)
    let error = #expect(throws: JournalError.self) { try JournalReader(at: folder.journal) }
    #expect(error?.cause == .damaged)
    #expect(folder.names == ["journal.db"])
  }
}
