import CMockInput
import Devices
import Glibc
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("wakes a scanner that the kernel keeps silent", .enabled(if: TestBed.isPossible))
  struct InhibitionTests {
    private let bed: TestBed
    private var told = Told()

    init() throws {
      bed = try TestBed()
    }

    private func start() throws -> ReadingThread {
      try ReadingThread(assign: { _ in Assignment(lane: "lane") }, report: told.report)
    }

    @Test("after the grab, and has it then")
    mutating func silentAtFirst() async throws {
      let scanner = try bed.plugIn(event: 7, inhibited: true)
      scanner.isBusy = true
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      #expect(bed.isInhibited(scanner))

      scanner.isBusy = false
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(!bed.isInhibited(scanner))
      scanner.type("123\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "123"))
    }

    @Test("anew, as after `udevadm trigger`, and joins nothing over the gap")
    mutating func silencedInScan() async throws {
      let scanner = try bed.plugIn(event: 7, inhibited: false)
      let thread = try start()
      defer { thread.stop() }
      try await told.enumerated()
      scanner.type("12")
      _ = try await told.next()

      bed.inhibit(scanner)
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "12", fault: .detached))
      #expect(try await told.next() == .detached(lane: "lane", scanner.device, .inhibited))
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(!bed.isInhibited(scanner))
      #expect(scanner.count(MockInputGrabbed) == 1)
      scanner.type("345\n")
      #expect(try await told.scan() == LaneScan(lane: "lane", text: "345"))
    }

    @Test("and says so if it may not, keeping the grab until it may")
    mutating func noRights() async throws {
      let scanner = try bed.plugIn(event: 7, inhibited: true)
      try bed.lockInhibited(scanner)
      let thread = try start()
      defer { thread.stop() }

      let error = DeviceError(.uninhibit, scanner.inputSyspath + "/inhibited", code: EACCES)
      #expect(
        try await told.until { $0 != .enumerated }.last == .trouble(lane: "lane", scanner.device, error))
      try bed.unlockInhibited(scanner)
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(!bed.isInhibited(scanner))
      #expect(scanner.count(MockInputGrabbed) == 1)
    }

    @Test("but not one that is only kept from the console")
    mutating func volumeKeys() async throws {
      let volume = try bed.plugIn(event: 6, plug: 7, types: false, inhibited: true)
      let scanner = try bed.plugIn(event: 7)
      let thread = try start()
      defer { thread.stop() }
      #expect(try await told.next() == .attached(lane: "lane", scanner.device))
      #expect(try await told.next() == .enumerated)
      #expect(volume.count(MockInputGrabbed) == 1)
      #expect(bed.isInhibited(volume))
    }
  }
}
