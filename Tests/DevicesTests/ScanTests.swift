import CMockInput
import Devices
import Glibc
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("reads key events", .enabled(if: TestBed.isPossible))
  struct ScanTests {
    private let bed: TestBed
    private var told = Told()

    init() throws {
      bed = try TestBed()
    }

    private func start(terminator: Terminator = .enter) throws -> ReadingThread {
      try ReadingThread(
        assign: { Assignment(lane: $0.port ?? "lane", terminator: terminator) }, report: told.report)
    }

    @Test("to a scan, whose first key is told at once")
    mutating func scan() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()

      scanner.type("1")
      guard case .scanner("lane", .began) = try await told.next() else {
        Issue.record("the first key was not told")
        return
      }
      scanner.type("2345678901234567890\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "12345678901234567890"))
    }

    @Test("of two scanners at once, each for its lane")
    mutating func twoLanes() async throws {
      let left = try bed.plugIn(event: 7, properties: ["ID_PATH": "left"])
      let right = try bed.plugIn(event: 8, properties: ["ID_PATH": "right"])
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()

      for (one, other) in zip("1111111111\n", "2222222222\n") {
        left.type(String(one))
        right.type(String(other))
      }
      let scans: Set = [try await told.scan(), try await told.scan()]
      #expect(scans == [LaneScan(lane: "left", text: "1111111111"), LaneScan(lane: "right", text: "2222222222")])
    }

    @Test("and spoils a scan whose scanner is unplugged, before it tells that it is away")
    mutating func unpluggedInScan() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()

      scanner.type("12")
      _ = try await told.next()
      bed.unplug(scanner)
      guard case .scanner("lane", .scan(let scan)) = try await told.next() else {
        Issue.record("the open scan was not ended")
        return
      }
      #expect(scan.fault == .detached)
      #expect(try await told.next() == .detached(lane: "lane", scanner.device, .unplugged))

      try bed.plugInAgain(scanner)
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      scanner.type("345\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "345"))
    }

    @Test("over twenty replugs, each scan whole")
    mutating func replugs() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      for round in 10..<30 {
        _ = try await told.until { $0 == .attached(lane: "lane", scanner.device) }
        scanner.type("\(round)\n")
        #expect(try await told.scan() == LaneScan(lane: "lane", text: "\(round)"))
        bed.unplug(scanner)
        try bed.plugInAgain(scanner)
      }
    }

    @Test("of a device that drops out and is back by itself, without a word from udev")
    mutating func dropsOut() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      try bed.reset(scanner)
      #expect(try await told.next() == .detached(lane: "lane", scanner.device, .unplugged))
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      scanner.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "123"))
    }

    @Test("of a device that drops out after a long rest, tried again half a second later and not at once")
    mutating func dropsOutAtRest() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      // Time itself is the matter: the thread must have waited for longer than the first pause between two tries.
      try await Task.sleep(for: .milliseconds(600))
      try bed.reset(scanner)
      #expect(try await told.next() == .detached(lane: "lane", scanner.device, .unplugged))
      let detached = EventTime.now()
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(EventTime.now() - detached > .milliseconds(300))
    }

    @Test("until the node hangs up, though udev says nothing")
    mutating func hangsUp() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      scanner.node.hangUp()
      #expect(try await told.next() == .detached(lane: "lane", scanner.device, .unplugged))
    }

    @Test("and ends a scan by silence", arguments: [Terminator.enter, .none(quietGap: .milliseconds(100))])
    mutating func silence(terminator: Terminator) async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start(terminator: terminator)
      defer { thread.stop() }
      try await told.enumerated()
      scanner.type("123")
      let fault: ScanFault? = terminator == .enter ? .paused : nil
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "123", fault: fault))
    }
  }
}
