import Devices
import Glibc
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("reads a CDC scanner")
  struct SerialScannerTests {
    private let pty: Pty
    private let scanner: SerialScanner

    init() throws {
      pty = try Pty(isRaw: false)
      scanner = try SerialScanner(opening: pty.path, as: Assignment(lane: "lane"))
    }

    @Test("whose lines end in CR, LF or both, once what was sent before it was taken cannot be part of them")
    func lines() throws {
      pty.write("SN-0")
      wait(for: scanner.number)
      let before = EventTime.now()
      #expect(try scanner.take())
      pty.write("\rSN-1\r")
      #expect(try scans(1).allSatisfy { $0.isRightlySpoiled(takenAt: before) })
      passGrabWindow()
      pty.write("SN-2\r\nSN-3\n]C1SN-4\r")
      #expect(try scans(3).map(\.text) == ["SN-2", "SN-3", "]C1SN-4"])
    }

    @Test("byte by byte, and tells the first one at once")
    func bytes() throws {
      #expect(try scanner.take())
      passGrabWindow()
      var told: [ScannerEvent] = []
      for byte in "SN-1\r" {
        pty.write(String(byte))
        wait(for: scanner.number)
        try scanner.read { told.append($0) }
        guard case .began = told.first else {
          Issue.record("the first byte was not told")
          return
        }
      }
      #expect(told.count == 2)
    }

    @Test("and spoils a line that pauses for over one second")
    func pause() throws {
      #expect(try scanner.take())
      passGrabWindow()
      pty.write("SN")
      wait(for: scanner.number)
      try scanner.read { _ in }
      let deadline = try #require(scanner.deadline)
      var told: [ScannerEvent] = []
      scanner.expire(at: deadline) { told.append($0) }
      #expect(told.map(\.scan?.fault) == [.paused])
    }

    @Test("that is pulled in a line: the line is spoiled, and the port is gone")
    func pulled() throws {
      #expect(try scanner.take())
      passGrabWindow()
      pty.write("SN")
      wait(for: scanner.number)
      try scanner.read { _ in }
      pty.hangUp()
      wait(for: scanner.number)
      let error = #expect(throws: DeviceError.self) { try scanner.read { _ in } }
      #expect(error?.isGone == true)
      var told: [ScannerEvent] = []
      scanner.end(at: .now()) { told.append($0) }
      #expect(told.map(\.scan?.fault) == [.detached])
    }

    @Test("that frames its codes in STX and ETX, and ends them in silence")
    func silence() throws {
      let pty = try Pty()
      defer { pty.hangUp() }
      let terminator = Terminator.none(quietGap: .milliseconds(100))
      let scanner = try SerialScanner(opening: pty.path, as: Assignment(lane: "lane", terminator: terminator))
      #expect(try scanner.take())
      passGrabWindow()
      pty.write("\u{2}SN-1\u{3}")
      wait(for: scanner.number)
      try scanner.read { _ in }
      var told: [ScannerEvent] = []
      scanner.expire(at: try #require(scanner.deadline)) { told.append($0) }
      let scan = try #require(told.first?.scan)
      #expect(try Extraction(prefix: "\u{2}", suffix: "\u{3}").serialNumber(in: scan.text).text == "SN-1")
    }

    @Test("of any bytes: they are scans or faults, never more")
    func random() throws {
      #expect(try scanner.take())
      var count = 0
      for round in 0..<200 {
        pty.write((0..<50).map { UInt8(truncatingIfNeeded: $0 * 37 + round * 91) } + [0x0D])
        wait(for: scanner.number)
        try scanner.read { if case .scan = $0 { count += 1 } }
      }
      #expect(count > 0)
    }

    private func scans(_ count: Int) throws -> [Scan] {
      var scans: [Scan] = []
      while scans.count < count {
        wait(for: scanner.number)
        try scanner.read { if let scan = $0.scan { scans.append(scan) } }
      }
      return scans
    }
  }
}

/// Waits until what a scanner sends was begun after it was taken for sure.
func passGrabWindow() {
  let end = EventTime.now() + ScanAssembler.grabWindow
  // No descriptor: only the time is awaited.
  while EventTime.now() < end { poll(nil, 0, 10) }
}

extension Scan {
  /// Whether it is told as begun before the scanner was taken, unless the test itself was late.
  func isRightlySpoiled(takenAt time: EventTime) -> Bool {
    fault == .begunBeforeGrab || began >= time + ScanAssembler.grabWindow
  }
}

extension ScannerEvent {
  /// The scan that it tells.
  var scan: Scan? {
    if case .scan(let scan) = self { scan } else { nil }
  }
}
