import CMockInput
import Devices
import Glibc
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("tells the trouble with a scanner", .enabled(if: TestBed.isPossible))
  struct TroubleTests {
    private let bed: TestBed
    private var told = Told()

    init() throws {
      bed = try TestBed()
    }

    private func start() throws -> ReadingThread {
      try ReadingThread(assign: { _ in Assignment(lane: "lane") }, report: told.report)
    }

    @Test("that another program holds, once, and has it when that lets go")
    mutating func busy() async throws {
      let scanner = try bed.plugIn(event: 7)
      scanner.isBusy = true
      let thread = try start()
      defer { thread.stop() }

      let error = DeviceError(.grab, "/dev/input/event7", code: EBUSY)
      #expect(try await told.next() == .trouble(lane: "lane", scanner.device, error))
      try await told.enumerated()
      bed.tell("change", of: scanner)
      #expect(scanner.awaits(MockInputRefused, 2))
      scanner.isBusy = false
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(scanner.count(MockInputOpened) == 1)
    }

    @Test("that another program holds, and waits anew for a key of it to come up when that lets go")
    mutating func busyWithKeyDown() async throws {
      let scanner = try bed.plugIn(event: 7)
      scanner.isBusy = true
      scanner.pressedKey = .digit1
      let thread = try start()
      defer { thread.stop() }

      #expect(scanner.awaits(MockInputRefused, 1))
      scanner.isBusy = false
      let asked = scanner.count(MockInputAskedForPressedKeys)
      #expect(scanner.awaits(MockInputAskedForPressedKeys, asked + 3))
      #expect(scanner.count(MockInputGrabbed) == 0)
    }

    @Test("that is unplugged meanwhile, as detached")
    mutating func busyUnplugged() async throws {
      let scanner = try bed.plugIn(event: 7)
      scanner.isBusy = true
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      bed.unplug(scanner)
      #expect(try await told.next() == .detached(lane: "lane", scanner.device, .unplugged))
    }

    @Test("whose node may not be read, and has it when it may")
    mutating func noRights() async throws {
      let scanner = try bed.plugIn(event: 7)
      try bed.lock(scanner)
      let thread = try start()
      defer { thread.stop() }

      guard case .trouble("lane", _, let error) = try await told.next() else {
        Issue.record("no trouble")
        return
      }
      #expect(error.operation == .open)
      #expect(error.code == EACCES)
      try await told.enumerated()
      try bed.unlock(scanner)
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
    }

    @Test("that wants a lane which another has, naming both, until the first is away")
    mutating func laneTaken() async throws {
      let first = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()

      let second = try bed.plugIn(event: 8)
      guard case .refused("lane", second.device, let error) = try await told.next() else {
        Issue.record("not refused")
        return
      }
      #expect(error.description.contains("/dev/input/event7"))
      #expect(error.description.contains("/dev/input/event8"))
      #expect(second.count(MockInputGrabbed) == 0)
      bed.unplug(first)
      #expect(try await told.next() == .detached(lane: "lane", first.device, .unplugged))
      #expect(try await told.next() == .attached(lane: "lane", second.device))
    }

    @Test("that wants a lane which another has, and goes again, as nothing that the lane must know")
    mutating func refusedUnplugged() async throws {
      let first = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      let second = try bed.plugIn(event: 8, mark: "hidpos")
      let error = DeviceError(.open, "/dev/input/event8", code: ENOTSUP)
      #expect(try await told.next() == .refused(lane: "lane", second.device, error))

      bed.unplug(second)
      bed.unplug(first)
      #expect(try await told.next() == .detached(lane: "lane", first.device, .unplugged))
    }

    @Test("that was the lane's own until another came, and goes then, as nothing that the lane must know")
    mutating func troubleSuperseded() async throws {
      let first = try bed.plugIn(event: 7, mark: "hidpos")
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      let second = try bed.plugIn(event: 8)
      #expect(try await told.next() == .attached(lane: "lane", second.device))

      bed.unplug(first)
      bed.unplug(second)
      let passed = try await told.until { if case .detached = $0 { true } else { false } }
      #expect(passed.last == .detached(lane: "lane", second.device, .unplugged))
    }

    @Test("that was refused, as the lane's own once the other is away")
    mutating func refusedThenAlone() async throws {
      let first = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      let second = try bed.plugIn(event: 8, mark: "hidpos")
      let error = DeviceError(.open, "/dev/input/event8", code: ENOTSUP)
      #expect(try await told.next() == .refused(lane: "lane", second.device, error))

      bed.unplug(first)
      #expect(try await told.next() == .detached(lane: "lane", first.device, .unplugged))
      #expect(try await told.next() == .trouble(lane: "lane", second.device, error))
    }

    @Test("of a mode it does not read")
    mutating func wrongMode() async throws {
      let scanner = try bed.plugIn(event: 7, mark: "hidpos")
      let thread = try start()
      defer { thread.stop() }

      let error = DeviceError(.open, "/dev/input/event7", code: ENOTSUP)
      #expect(try await told.next() == .trouble(lane: "lane", scanner.device, error))
    }
  }
}
