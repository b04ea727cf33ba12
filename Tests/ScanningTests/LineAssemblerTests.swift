import Scanning
import Testing

@Suite("Lines of bytes")
struct LineAssemblerTests {
  private static let time = EventTime(nanoseconds: 7)

  private static func scans(
    _ chunks: [[UInt8]], terminator: Terminator = .enter, ended: Bool = false
  ) -> [Scan] {
    var lines = LineAssembler(terminator: terminator)
    var scans: [Scan] = []
    for chunk in chunks {
      lines.receive(chunk, at: time) { event in
        if case .scan(let scan) = event { scans.append(scan) }
      }
    }
    if ended, case .scan(let scan) = lines.end(at: time) { scans.append(scan) }
    return scans
  }

  @Test(
    "end in LF, CR or CR LF, which counts once; empty lines are no scans",
    arguments: ["A1\nB2\n", "A1\rB2\r", "A1\r\nB2\r\n", "\r\n\nA1\n\r\n\rB2\n\n"])
  func terminators(text: String) {
    #expect(Self.scans([Array(text.utf8)]).map(\.text) == ["A1", "B2"])
  }

  @Test(
    "may end in LF and Tab in any order, or begin with them: no code does",
    arguments: [Terminator.enter, .tab], ["1\r\t2\r\t", "\t\r1\r\t\r2\r\t", "1\n\t\n\t\t2\n\t\n"])
  func tabAndEnter(terminator: Terminator, text: String) {
    let swapped = text.utf8.map { byte in byte > 0x20 ? byte : byte == 0x09 ? 0x0A : 0x09 }
    let bytes = terminator == .enter ? Array(text.utf8) : swapped
    #expect(Self.scans([bytes], terminator: terminator).map(\.text) == ["1", "2"])
  }

  @Test("are the same in whatever pieces they come", arguments: 1...9)
  func pieces(size: Int) {
    let bytes = Array("SN-Ä€😀\r\n\u{1D}B2\n".utf8)
    let chunks = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
    let scans = Self.scans(chunks)
    #expect(scans.map(\.text) == ["SN-Ä€😀", "\u{1D}B2"])
    #expect(scans.allSatisfy { $0.fault == nil })
  }

  @Test("begin with their first byte, each once")
  func began() {
    var lines = LineAssembler()
    var told: [ScannerEvent] = []
    lines.receive(Array("\nA".utf8), at: Self.time) { told.append($0) }
    #expect(told == [.began(Self.time)])
    lines.receive(Array("B\n".utf8), at: Self.time) { told.append($0) }
    #expect(told.count == 2)
  }

  @Test("that end without a terminator are cut, and nothing is cut between lines")
  func end() {
    let scans = Self.scans([Array("A1\nB".utf8)], ended: true)
    #expect(scans.map(\.text) == ["A1", "B"])
    #expect(scans.map(\.fault) == [nil, .detached])
    #expect(Self.scans([Array("A1\n".utf8)], ended: true).count == 1)
  }

  @Test("are not cut by any pause")
  func pause() {
    var lines = LineAssembler()
    var told: [ScannerEvent] = []
    lines.receive(Array("A".utf8), at: EventTime(nanoseconds: 0)) { told.append($0) }
    #expect(lines.deadline == nil)
    let later = EventTime(seconds: 3600, microseconds: 0)
    lines.receive(Array("1\n".utf8), at: later) { told.append($0) }
    #expect(told.last == .scan(Scan(text: "A1", began: EventTime(nanoseconds: 0), ended: later)))
  }

  @Test("of a port are cut by a pause of over one second, with what follows up to the terminator")
  func pauseOfAPort() {
    var lines = LineAssembler(pauseLimit: .seconds(1))
    var faults: [ScanFault?] = []
    for (seconds, text) in [(0, "A"), (2, "1\n"), (4, "B2\n")] {
      lines.receive(Array(text.utf8), at: EventTime(seconds: seconds, microseconds: 0)) { event in
        if case .scan(let scan) = event { faults.append(scan.fault) }
      }
    }
    #expect(faults == [.paused, .paused, nil])
  }

  @Test("of a port are spoiled within 200 ms of its opening: their beginning may be missing")
  func begunBefore() {
    var lines = LineAssembler(takenAt: EventTime(nanoseconds: 0))
    var faults: [ScanFault?] = []
    for milliseconds in [199, 200] {
      lines.receive(Array("A1\n".utf8), at: EventTime(seconds: 0, microseconds: milliseconds * 1000)) { event in
        if case .scan(let scan) = event { faults.append(scan.fault) }
      }
    }
    #expect(faults == [.begunBeforeGrab, nil])
  }

  @Test(
    "that are not UTF-8 are spoiled, and only they",
    arguments: [
      [0x80], [0xC3], [0xC3, 0x41], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) {
    let scans = Self.scans([Array("A".utf8), bytes, Array("\nB2\n".utf8)])
    #expect(scans.map(\.fault) == [.notUTF8, nil])
    #expect(scans.last?.text == "B2")
  }

  @Test("of a port may end in Tab, or in silence")
  func otherTerminators() {
    #expect(Self.scans([Array("A\n1\tB2\t".utf8)], terminator: .tab).map(\.text) == ["A\n1", "B2"])
    var lines = LineAssembler(terminator: .none(quietGap: .milliseconds(100)))
    lines.receive(Array("A1".utf8), at: EventTime(nanoseconds: 0)) { _ in }
    #expect(lines.deadline == EventTime(nanoseconds: 100_000_000))
    let scan = Scan(text: "A1", began: EventTime(nanoseconds: 0), ended: EventTime(nanoseconds: 100_000_000))
    #expect(lines.expire(at: EventTime(nanoseconds: 100_000_000)) == .scan(scan))
  }

  @Test("over 4096 characters are spoiled, of however many bytes each")
  func longest() {
    let line = String(repeating: "Ä", count: 4096)
    #expect(Self.scans([Array("\(line)\n".utf8)]).map(\.fault) == [nil])
    #expect(Self.scans([Array("\(line)Ä\nA\n".utf8)]).map(\.fault) == [.tooLong, nil])
  }

  @Test("cut inside a character by silence leave nothing of it to the next")
  func gapInACharacter() {
    var lines = LineAssembler(terminator: .none(quietGap: .milliseconds(100)))
    var scans: [Scan] = []
    for (seconds, bytes) in [(0, [0x41, 0xC3]), (1, [0x42])] as [(Int, [UInt8])] {
      lines.receive(bytes, at: EventTime(seconds: seconds, microseconds: 0)) { event in
        if case .scan(let scan) = event { scans.append(scan) }
      }
    }
    if case .scan(let scan) = lines.expire(at: EventTime(seconds: 2, microseconds: 0)) { scans.append(scan) }
    #expect(scans.map(\.fault) == [.notUTF8, nil])
    #expect(scans.map(\.text) == ["A", "B"])
  }
}
