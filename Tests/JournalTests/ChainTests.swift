import Testing

@testable import Journal

@Suite("The chain of entries")
struct ChainTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private var report: ChainReport {
    get throws { try JournalReader(at: folder.journal).verify() }
  }

  @Test("an untouched journal is intact through its head") func untouched() throws {
    let path = try folder.journal(of: 5)
    let reader = try JournalReader(at: path)
    #expect(try report.fault == nil)
    #expect(try report.first == 1)
    #expect(try report.head == reader.head())
    #expect(try reader.head().sequence == 5)
  }

  @Test("an empty journal is intact") func empty() throws {
    _ = try Journal(at: folder.journal)
    #expect(try report == ChainReport(after: nil))
  }

  @Test("an entry's hash is that of the hash before it, its number in eight bytes and its text") func formula() throws {
    let writer = try Journal(at: folder.journal)
    try writer.append([#"{"type":"start","at":"2026"}"#, #"{"type":"stop","at":"2027"}"#])
    let entries = try JournalReader(at: folder.journal).entries(1...2)
    // python3: a = sha256(bytes(32) + (1).to_bytes(8, "big") + b'{"type":"start","at":"2026"}').digest(), then 2 after a.
    #expect(
      entries.map(\.hash.hex) == [
        "0bd5176476679f43f2a114ec38fe51c17537211cc6f6c64b4fddde66bc754fea",
        "077a8f4dd7833fc17422727a617b861fe3919734c6e75d9ac9caacf66f2f7da0",
      ])
  }

  @Test("a change of any one byte of an entry is found and named") func anyByte() throws {
    let path = try folder.journal(of: 3)
    let file = folder.bytes(of: path)
    let text = Array(verdict("PCB-2").utf8)
    let start = try #require(file.indices.first { file[$0...].starts(with: text) })
    for place in start..<start + text.count {
      var changed = file
      changed[place] ^= 1
      try folder.write(changed, to: path)
      #expect(try report.fault == .changed(2), "byte \(place - start)")
    }
  }

  @Test(
    "what was done to a journal is found and named",
    arguments: [
      ("UPDATE entry SET payload = replace(payload, 'PASS', 'FAIL') WHERE sequence = 3", ChainReport.Fault.changed(3)),
      ("UPDATE entry SET payload = replace(payload, 'PASS', 'FAIL') WHERE sequence = 5", .changed(5)),
      ("UPDATE entry SET hash = zeroblob(32) WHERE sequence = 2", .changed(2)),
      ("UPDATE entry SET hash = 'text' WHERE sequence = 2", .changed(2)),
      ("DELETE FROM entry WHERE sequence = 1", .missing(1...1)),
      ("DELETE FROM entry WHERE sequence BETWEEN 2 AND 4", .missing(2...4)),
      ("UPDATE entry SET sequence = 9 WHERE sequence = 5", .missing(5...8)),
      ("UPDATE entry SET sequence = 0 WHERE sequence = 1", .changed(0)),
      // Two entries that change places, hash and all.
      (
        "UPDATE entry SET sequence = 7 - sequence + 100 WHERE sequence IN (3, 4); UPDATE entry SET sequence = sequence - 100 WHERE sequence > 100",
        .changed(3)
      ),
      // An entry of its own making, hash of the successor left as it was.
      (
        "DELETE FROM entry WHERE sequence = 4; INSERT INTO entry (sequence, hash, payload) SELECT 4, hash, payload FROM entry WHERE sequence = 3",
        .changed(4)
      ),
    ])
  func tampered(sql: String, fault: ChainReport.Fault) throws {
    _ = try folder.journal(of: 5)
    try folder.tamper(sql)
    #expect(try report.fault == fault)
    #expect(try report.head.sequence < 5)
  }

  @Test("a cut end shows against a head that was written down") func cutEnd() throws {
    let path = try folder.journal(of: 5)
    let head = try JournalReader(at: path).head()
    try folder.tamper("DELETE FROM entry WHERE sequence = 5")
    #expect(try report.fault == nil)
    #expect(try report.head != head)
    #expect(try JournalReader(at: path).entry(head.sequence) == nil)
  }

  @Test("a hash is read back from its digits, and nothing else is") func digits() {
    let hash = ChainHash(after: .none, sequence: 1, payload: UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(ChainHash(hex: hash.hex) == hash)
    #expect(hash.hex.utf8.count == 64)
    #expect(ChainHash(hex: String(hash.hex.dropLast())) == nil)
    #expect(ChainHash(hex: String(hash.hex.dropLast()) + "g") == nil)
    #expect(ChainHash(hex: String(hash.hex.dropLast(2)) + "\u{FF11}") == nil)
  }

  @Test("a head is read back as it was written down, and nothing else is") func headText() throws {
    let head = try JournalReader(at: folder.journal(of: 3)).head()
    #expect(ChainHead("\(head)") == head)
    for text in ["", "3", ":", "3:", "0:\(head.hash.hex)", "-3:\(head.hash.hex)", "\(head):", "\(head)0"] {
      #expect(ChainHead(text) == nil, "\(text)")
    }
  }

  @Test("a head that was written down tells an end that was cut off, another file, and what retention dropped")
  func comparison() throws {
    let reader = try JournalReader(at: folder.journal(of: 5))
    let written = try reader.head()
    #expect(try reader.compare(with: written, first: 1) == .same)
    let other = ChainHead(sequence: 4, hash: written.hash)
    #expect(try reader.compare(with: other, first: 1) == .other)
    try folder.tamper("DELETE FROM entry WHERE sequence = 5")
    #expect(try reader.compare(with: written, first: 1) == .cutOff)
    try folder.tamper("DELETE FROM entry WHERE sequence < 3")
    #expect(try reader.compare(with: ChainHead(sequence: 2, hash: written.hash), first: 3) == .dropped)
  }

  @Test("a broken chain is told in words") func words() {
    #expect(ChainReport.Fault.missing(2...4).description == "entries 2 to 4 are missing")
    #expect(ChainReport.Fault.missing(2...2).description == "entry 2 is missing")
    #expect(ChainReport.Fault.changed(3).description.hasPrefix("entry 3 was changed"))
  }
}
