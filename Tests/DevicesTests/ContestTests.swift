import CMockInput
import Devices
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("reads none of two scanners that fit one lane", .enabled(if: TestBed.isPossible))
  struct ContestTests {
    private let bed: TestBed
    private var told = Told()

    init() throws {
      bed = try TestBed()
    }

    private func start() throws -> ReadingThread {
      try ReadingThread(assign: { _ in Assignment(lane: "lane") }, report: told.report)
    }

    @Test("and takes the one that is left, anew")
    mutating func twins() async throws {
      let first = try bed.plugIn(event: 7)
      let second = try bed.plugIn(event: 8)
      let thread = try start()
      defer { thread.stop() }
      #expect(try await told.next() == .contested(lane: "lane", [first.device, second.device]))
      #expect(try await told.next() == .enumerated)
      #expect(first.count(MockInputGrabbed) == 1)
      #expect(second.count(MockInputGrabbed) == 1)

      first.type("11\n")
      second.type("22\n2")
      bed.unplug(first)
      #expect(try await told.next() == .attached(lane: "lane", second.device))
      second.type("345\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "345", fault: .detached))
      second.type("678\n", after: .seconds(2))
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "678"))
      #expect(second.count(MockInputGrabbed) == 1)
    }

    @Test("and spoils what the one that was there had begun")
    mutating func openScan() async throws {
      let first = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      first.type("12")
      _ = try await told.next()

      let second = try bed.plugIn(event: 8)
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "12", fault: .detached))
      #expect(try await told.next() == .contested(lane: "lane", [first.device, second.device]))
      // It is held: asked before its grab and behind it.
      #expect(second.awaits(MockInputAskedForPressedKeys, 2))
      first.type("3\n4")
      bed.unplug(second)
      #expect(try await told.next() == .attached(lane: "lane", first.device))
      first.type("5\n", after: .milliseconds(100))
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "5", fault: .detached))
      first.type("678\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "678"))
    }

    @Test("and says so anew as their number changes")
    mutating func three() async throws {
      let first = try bed.plugIn(event: 6)
      let second = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      #expect(try await told.next() == .contested(lane: "lane", [first.device, second.device]))
      #expect(try await told.next() == .enumerated)
      let third = try bed.plugIn(event: 8)
      #expect(try await told.next() == .contested(lane: "lane", [first.device, second.device, third.device]))
      bed.unplug(second)
      #expect(try await told.next() == .contested(lane: "lane", [first.device, third.device]))
      bed.unplug(first)
      #expect(try await told.next() == .attached(lane: "lane", third.device))
      bed.unplug(third)
      #expect(try await told.next() == .detached(lane: "lane", third.device, .unplugged))
    }

    @Test("though one of them cannot be had, whose trouble is told once it is alone")
    mutating func oneInTrouble() async throws {
      let first = try bed.plugIn(event: 7)
      first.isBusy = true
      let thread = try start()
      defer { thread.stop() }
      let trouble = DeviceEvent.trouble(
        lane: "lane", first.device, DeviceError(.grab, "/dev/input/event7", code: EBUSY))
      #expect(try await told.next() == trouble)
      #expect(try await told.next() == .enumerated)

      let second = try bed.plugIn(event: 8)
      #expect(try await told.next() == .contested(lane: "lane", [first.device, second.device]))
      bed.unplug(second)
      #expect(try await told.next() == trouble)
    }

    @Test("and counts volume keys of another plug as none")
    mutating func volumeKeys() async throws {
      let volume = try bed.plugIn(event: 6, types: false)
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(try await told.next() == .enumerated)
      #expect(volume.count(MockInputGrabbed) == 1)
    }
  }
}
