import CMockInput
import Devices
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("attaches a scanner", .enabled(if: TestBed.isPossible))
  struct AttachTests {
    private let bed: TestBed
    private var told = Told()

    init() throws {
      bed = try TestBed()
    }

    /// Each marked device is a lane named by its port.
    private func start(grab: Bool = true) throws -> ReadingThread {
      try ReadingThread(
        assign: { $0.isMarked ? Assignment(lane: $0.port ?? "lane", grab: grab) : nil }, report: told.report)
    }

    @Test("that is plugged in before the start: grabbed, on the monotonic clock, without EV_MSC")
    mutating func pluggedInBefore() async throws {
      let properties = ["ID_PATH": "left", "ID_SERIAL_SHORT": "S1"]
      let scanner = try bed.plugIn(event: 7, properties: properties)
      let thread = try start()
      defer { thread.stop() }

      #expect(try await told.next() == .attached(lane: "left", scanner.device))
      #expect(scanner.count(MockInputGrabbed) == 1)
      #expect(scanner.count(MockInputMonotonic) == 1)
      #expect(scanner.count(MockInputMasked) == 1)
      #expect(try await told.next() == .enumerated)
    }

    @Test("that is plugged in while it runs")
    mutating func pluggedInLater() async throws {
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()

      let scanner = try bed.plugIn(event: 7)
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      scanner.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "123"))
    }

    @Test("once, however often udev names it")
    mutating func namedTwice() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      bed.tell("add", of: scanner)
      bed.tell("change", of: scanner)
      let other = try bed.plugIn(event: 8, properties: ["ID_PATH": "other"])

      #expect(try await told.next() == .attached(lane: "other", other.device))
      #expect(scanner.count(MockInputOpened) == 1)
    }

    @Test("that a rule marks only later, as when the rules are installed while it is plugged in")
    mutating func markedLater() async throws {
      let scanner = try bed.plugIn(event: 7, mark: nil)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      #expect(scanner.count(MockInputOpened) == 0)

      bed.mark(scanner)
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
    }

    @Test("and lets go of it when its mark is taken away, as when the rules are removed")
    mutating func unmarked() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()

      bed.unmark(scanner)
      #expect(try await told.next() == .detached(lane: "lane", scanner.device, .reassigned))
      await scanner.closed()
    }

    @Test("and never opens the keyboard that no rule marks")
    mutating func keyboardUntouched() async throws {
      let before = try bed.plugIn(event: 3, mark: nil)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      let later = try bed.plugIn(event: 4, mark: nil)
      bed.tell("change", of: before)
      let scanner = try bed.plugIn(event: 7)

      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(before.count(MockInputOpened) == 0)
      #expect(later.count(MockInputOpened) == 0)
    }

    @Test("without the grab on a bench that wants none")
    mutating func ungrabbed() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start(grab: false)
      defer { thread.stop() }

      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(scanner.count(MockInputGrabbed) == 0)
    }

    @Test("not while a key of it is down")
    mutating func keyDown() async throws {
      let scanner = try bed.plugIn(event: 7)
      scanner.pressedKey = .digit1
      let thread = try start()
      defer { thread.stop() }

      #expect(scanner.awaits(MockInputAskedForPressedKeys, 3))
      #expect(scanner.count(MockInputGrabbed) == 0)
      scanner.pressedKey = nil
      #expect(
        try await told.until { $0 == .attached(lane: "lane", scanner.device) } == [
          .enumerated, .attached(lane: "lane", scanner.device),
        ])
      #expect(scanner.count(MockInputOpened) == 1)
    }

    @Test("whose key hangs, a second later")
    mutating func keyHangs() async throws {
      let scanner = try bed.plugIn(event: 7)
      scanner.pressedKey = .digit1
      let thread = try start()
      defer { thread.stop() }

      try await told.enumerated()
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
    }

    @Test("in the Shift that is down already", arguments: [true, false])
    mutating func shiftDown(grab: Bool) async throws {
      let scanner = try bed.plugIn(event: 7)
      scanner.pressedKey = .leftShift
      let thread = try start(grab: grab)
      defer { thread.stop() }
      _ = try await told.until { $0 == .attached(lane: "lane", scanner.device) }

      scanner.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "!@#"))
    }

    @Test("and forgets what it typed before the grab")
    mutating func drained() async throws {
      let scanner = try bed.plugIn(event: 7)
      scanner.type("99")
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()

      scanner.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "123"))
    }

    @Test("and gives it back when it stops")
    mutating func stops() async throws {
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      try await told.enumerated()
      #expect(scanner.isOpen)
      thread.stop()
      #expect(!scanner.isOpen)
      thread.stop()
    }
  }
}
