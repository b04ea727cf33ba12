import CMockInput
import Devices
import Glibc
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("reads lines of standard input")
  struct LineInputTests {
    private var told = Told()

    private func start(_ descriptor: CInt) throws -> ReadingThread {
      try ReadingThread(input: LineInput(descriptor: descriptor), assign: { _ in nil }, report: told.report)
    }

    @Test("from a pipe, each as it comes, until it is closed")
    mutating func pipe() async throws {
      var ends: [CInt] = [-1, -1]
      try #require(Glibc.pipe(&ends) == 0)
      let thread = try start(ends[0])
      defer {
        thread.stop()
        close(ends[0])
      }

      try write("A", to: ends[1])
      guard case .scanner("stdin", .began) = try await told.until(isScannerEvent).last else {
        Issue.record("the first byte was not told")
        return
      }
      try write("1\nB2\r\n", to: ends[1])
      #expect(try await told.scan() == LaneScan(lane: "stdin", text: "A1"))
      #expect(try await told.scan() == LaneScan(lane: "stdin", text: "B2"))
      close(ends[1])
      #expect(try await told.next() == .inputEnded(lane: "stdin"))
    }

    @Test("and spoils the last one if it is cut off")
    mutating func cutOff() async throws {
      var ends: [CInt] = [-1, -1]
      try #require(Glibc.pipe(&ends) == 0)
      let thread = try start(ends[0])
      defer {
        thread.stop()
        close(ends[0])
      }

      try write("A1", to: ends[1])
      close(ends[1])
      #expect(try await told.scan() == LaneScan(lane: "stdin", text: "A1", fault: .detached))
      #expect(try await told.next() == .inputEnded(lane: "stdin"))
    }

    @Test("from a terminal, until it hangs up")
    mutating func terminal() async throws {
      let terminal = try Pty()
      let thread = try start(terminal.reading)
      defer { thread.stop() }

      terminal.write("A1\rB2\r")
      #expect(try await told.scan() == LaneScan(lane: "stdin", text: "A1"))
      #expect(try await told.scan() == LaneScan(lane: "stdin", text: "B2"))
      terminal.hangUp()
      #expect(try await told.next() == .inputEnded(lane: "stdin"))
    }

    @Test("from a file, to its end")
    mutating func file() async throws {
      var name = Array("/tmp/scangate-lines-XXXXXX".utf8CString)
      let file = mkstemp(&name)
      try #require(file >= 0)
      unlink(name)
      try write((1...1000).map { "SN\($0)\n" }.joined(), to: file)
      lseek(file, 0, SEEK_SET)
      let thread = try start(file)
      defer {
        thread.stop()
        close(file)
      }

      for number in 1...1000 {
        #expect(try await told.scan() == LaneScan(lane: "stdin", text: "SN\(number)"))
      }
      #expect(try await told.next() == .inputEnded(lane: "stdin"))
    }

    @Test("and leaves them where they are while it may not", .enabled(if: TestBed.isPossible))
    mutating func throttled() async throws {
      let bed = try TestBed()
      var ends: [CInt] = [-1, -1]
      try #require(Glibc.pipe(&ends) == 0)
      let thread = try ReadingThread(
        input: LineInput(descriptor: ends[0]), assign: { _ in Assignment(lane: "lane") }, report: told.report)
      defer {
        thread.stop()
        ends.forEach { close($0) }
      }
      try await told.enumerated()

      thread.allowInput(false)
      try write("A1\nB2\n", to: ends[1])
      // The thread has looked around since.
      let scanner = try bed.plugIn(event: 7)
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      thread.allowInput(true)
      #expect(try await told.scan() == LaneScan(lane: "stdin", text: "A1"))
      #expect(try await told.scan() == LaneScan(lane: "stdin", text: "B2"))
    }

    @Test("a batch of 4 KiB at a time, so that a lane that is full can say no in between")
    func batches() throws {
      var ends: [CInt] = [-1, -1]
      try #require(Glibc.pipe(&ends) == 0)
      defer { ends.forEach { close($0) } }
      try write(String(repeating: "SN00001\n", count: 1024), to: ends[1])
      let scanner = LineScanner(
        reading: try Descriptor(duplicating: ends[0]), subject: "a pipe", terminator: .enter)
      var scans = 0
      try scanner.read { if case .scan = $0 { scans += 1 } }
      #expect(scans == 512)
    }

    @Test("none if it is closed")
    mutating func closed() async throws {
      let thread = try start(-1)
      defer { thread.stop() }
      #expect(try await told.until { $0 != .enumerated }.last == .inputEnded(lane: "stdin"))
    }

    private func isScannerEvent(_ event: DeviceEvent) -> Bool {
      if case .scanner = event { true } else { false }
    }

    private func write(_ text: String, to descriptor: CInt) throws {
      let bytes = Array(text.utf8)
      try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    }
  }
}
