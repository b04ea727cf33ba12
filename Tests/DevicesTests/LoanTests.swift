import CMockInput
import Devices
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("lends a scanner", .enabled(if: TestBed.isPossible))
  struct LoanTests {
    private let bed: TestBed
    private let left: MockScanner
    private let right: MockScanner
    private let thread: ReadingThread
    private var told: Told

    init() async throws {
      bed = try TestBed()
      left = try bed.plugIn(event: 7, properties: ["ID_PATH": "left"])
      right = try bed.plugIn(event: 8, properties: ["ID_PATH": "right"])
      told = Told()
      thread = try ReadingThread(
        assign: { $0.isMarked ? Assignment(lane: $0.port ?? "lane") : nil }, report: told.report)
      try await told.enumerated()
    }

    /// Lends, and gives what was told when all of it is closed.
    private mutating func lend(_ lane: String?) async throws -> [DeviceEvent] {
      let (begun, begin) = AsyncStream.makeStream(of: Void.self)
      thread.lend(Loan(of: lane, to: "somebody") { begin.finish() })
      for await _ in begun {}
      var events: [DeviceEvent] = []
      for _ in 0..<(lane == nil ? 2 : 1) { events.append(try await told.next()) }
      return events
    }

    @Test(
      "of one lane: closed before the borrower hears of it, while the other lane reads on; then it is claimed again")
    mutating func oneLane() async throws {
      #expect(try await lend("left") == [.detached(lane: "left", left.device, .lent(to: "somebody"))])
      #expect(!left.isOpen)
      right.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "right", text: "123"))

      bed.tell("change", of: left)
      let other = try bed.plugIn(event: 9, properties: ["ID_PATH": "other"])
      #expect(try await told.next() == .attached(lane: "other", other.device))
      #expect(!left.isOpen, "what udev says of it is nothing to us")

      thread.takeBack()
      #expect(try await told.next() == .attached(lane: "left", left.device))
      left.type("456\n")
      #expect(try await told.scan() == LaneScan(lane: "left", text: "456"))
      #expect(right.count(MockInputOpened) == 1)
      thread.stop()
    }

    @Test("of every lane, with the scan that is under way told as cut")
    mutating func allLanes() async throws {
      left.type("12")
      _ = try await told.until { event in
        guard case .scanner(let lane, .began) = event else { return false }
        return lane == "left"
      }
      let (begun, begin) = AsyncStream.makeStream(of: Void.self)
      thread.lend(Loan(to: "somebody") { begin.finish() })
      #expect(try await told.scan().fault != nil)
      for await _ in begun {}
      #expect(!left.isOpen && !right.isOpen)
      let detached = [try await told.next(), try await told.next()]
      for (lane, scanner) in [("left", left), ("right", right)] {
        #expect(detached.contains(.detached(lane: lane, scanner.device, .lent(to: "somebody"))))
      }
      thread.stop()
    }

    @Test("and tells its lane when it does not come back")
    mutating func pulled() async throws {
      _ = try await lend(nil)
      bed.unplug(left)
      thread.takeBack()
      let gone = DeviceEvent.detached(lane: "left", left.device, .unplugged)
      let events = try await told.until { $0 == gone }
      #expect(events.first == .attached(lane: "right", right.device))
      thread.stop()
    }

    @Test("to nobody who has given it back before it was let go of, and once to one who comes again")
    mutating func quick() async throws {
      for _ in 1...20 {
        thread.lend(Loan(to: "somebody") {})
        thread.takeBack()
      }
      #expect(try await lend("left").count == 1)
      thread.takeBack()
      let attached = DeviceEvent.attached(lane: "left", left.device)
      _ = try await told.until { $0 == attached }
      thread.stop()
    }
  }
}
