import CMockInput
import Devices
import Glibc
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("takes the nodes of one plug as one scanner", .enabled(if: TestBed.isPossible))
  struct PlugTests {
    private let bed: TestBed
    private var told = Told()

    init() throws {
      bed = try TestBed()
    }

    /// A lane of these nodes alone.
    private func start(naming nodes: Set<String>) throws -> ReadingThread {
      try ReadingThread(
        assign: { nodes.contains($0.devnode) ? Assignment(lane: "lane") : nil }, report: told.report)
    }

    @Test("whose volume keys are grabbed too, and never read")
    mutating func volumeKeys() async throws {
      let volume = try bed.plugIn(event: 6, plug: 7, types: false)
      let scanner = try bed.plugIn(event: 7)
      let thread = try start(naming: [volume.devnode, scanner.devnode])
      defer { thread.stop() }

      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(try await told.next() == .enumerated)
      #expect(volume.count(MockInputGrabbed) == 1)
      volume.type("9\n")
      scanner.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "123"))

      bed.unplug(volume)
      bed.unplug(scanner)
      #expect(try await told.next() == .detached(lane: "lane", scanner.device, .unplugged))
    }

    @Test("whose marked nodes go with the one that the lane names")
    mutating func siblings() async throws {
      let volume = try bed.plugIn(event: 6, plug: 7, types: false)
      let scanner = try bed.plugIn(event: 7)
      let thread = try start(naming: [scanner.devnode])
      defer { thread.stop() }
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(try await told.next() == .enumerated)
      #expect(volume.count(MockInputGrabbed) == 1)

      let later = try bed.plugIn(event: 8, plug: 7, types: false)
      #expect(later.awaits(MockInputGrabbed, 1))
    }

    @Test("whose mouse is left alone, unless a rule marks it", arguments: [nil, "wedge"])
    mutating func mouse(mark: String?) async throws {
      let thread = try start(naming: ["/dev/input/event6", "/dev/input/event7"])
      defer { thread.stop() }
      try await told.enumerated()
      let mouse = try bed.plugIn(event: 6, plug: 7, mark: mark, types: false, hasKeys: false)
      let scanner = try bed.plugIn(event: 7, mark: nil)
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(mouse.count(MockInputOpened) == (mark == nil ? 0 : 1))
    }

    @Test("that types on two nodes and feeds the lane with both, told once")
    mutating func twoKeyboards() async throws {
      let first = try bed.plugIn(event: 6, plug: 7)
      let second = try bed.plugIn(event: 7)
      let thread = try start(naming: [first.devnode, second.devnode])
      defer { thread.stop() }
      #expect(try await told.next() == .attached(lane: "lane", first.device))
      #expect(try await told.next() == .enumerated)

      second.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "123"))
      first.type("456\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "456"))

      bed.unplug(first)
      second.type("789\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "789"))
      bed.unplug(second)
      #expect(try await told.next() == .detached(lane: "lane", first.device, .unplugged))
    }

    @Test("that carries a mark and has no lane: told, a plug once, and never opened")
    mutating func unclaimed() async throws {
      let keys = try bed.plugIn(event: 5, plug: 7, types: false)
      let scanner = try bed.plugIn(event: 6, plug: 7)
      let second = try bed.plugIn(event: 7)
      let keyboard = try bed.plugIn(event: 8, mark: nil)
      let thread = try start(naming: [])
      defer { thread.stop() }
      #expect(try await told.next() == .unclaimed(scanner.device))
      #expect(try await told.next() == .enumerated)

      bed.tell("change", of: scanner)
      bed.unplug(second)
      bed.unplug(scanner)
      #expect(try await told.next() == .unclaimedGone(scanner.device))
      for device in [keys, scanner, second, keyboard] { #expect(device.count(MockInputOpened) == 0) }
    }

    @Test("that had no lane until a node came which the lane names")
    mutating func claimedLater() async throws {
      let first = try bed.plugIn(event: 6, plug: 7)
      let thread = try start(naming: ["/dev/input/event7"])
      defer { thread.stop() }
      #expect(try await told.next() == .unclaimed(first.device))
      #expect(try await told.next() == .enumerated)

      let _ = try bed.plugIn(event: 7)
      #expect(try await told.next() == .unclaimedGone(first.device))
      #expect(try await told.next() == .attached(lane: "lane", first.device))
      first.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "123"))
    }
  }
}
