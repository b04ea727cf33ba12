import CMockInput
import Devices
import Scanning
import Testing

extension ReadingThreadTests {
  /// Devices that are given to their lanes anew, as after another configuration.
  @Suite(.enabled(if: TestBed.isPossible, "run under umockdev-wrapper"))
  struct ReassignTests {
    private let bed: TestBed
    private var told = Told()

    init() throws {
      bed = try TestBed()
    }

    private func thread(_ assign: @escaping @Sendable (ScannerDevice) -> Assignment?) throws -> ReadingThread {
      try ReadingThread(assign: assign, report: told.report)
    }

    @Test("a scanner that keeps its lane stays grabbed, and a scan that is under way stays whole")
    mutating func undisturbed() async throws {
      let scanner = try bed.plugIn(event: 3)
      let thread = try thread { _ in Assignment(lane: "1") }
      defer { thread.stop() }
      try await told.enumerated()
      let grabs = scanner.count(MockInputGrabbed)
      scanner.type("12")
      #expect(try await told.until { $0.isFirstKey }.count == 1)
      thread.reassign { _ in Assignment(lane: "1") }
      try await told.enumerated()
      scanner.type("34\n", after: .milliseconds(310))
      #expect(try await told.scan() == LaneScan(lane: "1", text: "1234"))
      #expect(scanner.count(MockInputGrabbed) == grabs)
    }

    @Test("a scanner that another lane gets is never let go of; the lane before is told, then the new one")
    mutating func moved() async throws {
      let scanner = try bed.plugIn(event: 3)
      let thread = try thread { _ in Assignment(lane: "1") }
      defer { thread.stop() }
      try await told.enumerated()
      let grabs = scanner.count(MockInputGrabbed)
      thread.reassign { _ in Assignment(lane: "2") }
      #expect(
        try await told.until { $0 == .enumerated } == [
          .detached(lane: "1", scanner.device, .reassigned), .attached(lane: "2", scanner.device), .enumerated,
        ])
      scanner.type("56\n")
      #expect(try await told.scan() == LaneScan(lane: "2", text: "56"))
      #expect(scanner.count(MockInputGrabbed) == grabs)
    }

    @Test("one that no lane is for any more is given back, and taken again when one is")
    mutating func released() async throws {
      let scanner = try bed.plugIn(event: 3)
      let thread = try thread { _ in Assignment(lane: "1") }
      defer { thread.stop() }
      try await told.enumerated()
      thread.reassign { _ in nil }
      #expect(
        try await told.until { $0 == .enumerated } == [
          .detached(lane: "1", scanner.device, .reassigned), .unclaimed(scanner.device), .enumerated,
        ])
      await scanner.closed()
      thread.reassign { _ in Assignment(lane: "1") }
      #expect(try await told.until { $0 == .enumerated }.contains(.attached(lane: "1", scanner.device)))
    }
  }
}

extension DeviceEvent {
  fileprivate var isFirstKey: Bool {
    if case .scanner(_, .began(_)) = self { true } else { false }
  }
}
