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
  }
}
