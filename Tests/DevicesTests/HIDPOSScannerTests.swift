import Devices
import Glibc
import Scanning
import Testing

extension ReadingThreadTests {
  @Suite("reads a HID POS scanner", .enabled(if: TestBed.isPossible))
  struct HIDPOSScannerTests {
    /// Report 2: a byte count, the AIM identifier, 56 bytes of data, a byte that says whether the code goes on.
    private static let descriptor: [UInt8] = [
      0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x85, 0x02, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3B, 0x81, 0x02, 0x05,
      0x8C, 0x95, 0x03, 0x09, 0xFB, 0x09, 0xFC, 0x09, 0xFD, 0x81, 0x02, 0x95, 0x38, 0x09, 0xFE, 0x82, 0x02, 0x01, 0x95,
      0x01, 0x09, 0xFF, 0x81, 0x02, 0xC0,
    ]

    private let bed: NodeBed
    private let node: MockNode

    init() throws {
      bed = try NodeBed()
      node = try bed.hidraw(at: "/dev/hidraw3", descriptor: Self.descriptor)
    }

    private func opened() throws -> HIDPOSScanner {
      try HIDPOSScanner(opening: "/dev/hidraw3", as: Assignment(lane: "lane"))
    }

    private func send(_ text: String, isContinued: Bool = false) {
      let bytes = Array(text.utf8)
      let data = bytes + [UInt8](repeating: 0, count: 56 - bytes.count)
      let report = [2, UInt8(bytes.count)] + Array("]C0".utf8) + data + [isContinued ? 1 : 0]
      report.withUnsafeBytes { node.fifo?.write($0) }
    }

    private func scans(of scanner: HIDPOSScanner) throws -> [Scan] {
      var scans: [Scan] = []
      wait(for: scanner.number)
      try scanner.read { if let scan = $0.scan { scans.append(scan) } }
      return scans
    }

    @Test("report by report, once what was sent before it was taken is forgotten")
    func reports() throws {
      let scanner = try opened()
      send("SN-0")
      wait(for: scanner.number)
      let before = EventTime.now()
      #expect(try scanner.take())
      send("SN-1")
      let first = try scans(of: scanner)
      #expect(first.map(\.text) == ["SN-1"] && first.allSatisfy { $0.isRightlySpoiled(takenAt: before) })
      passGrabWindow()
      send("SN-2\r")
      send(String(repeating: "A", count: 56), isContinued: true)
      send("B")
      let scans = try scans(of: scanner)
      #expect(scans.map(\.text) == ["SN-2", String(repeating: "A", count: 56) + "B"])
      #expect(scans.map(\.symbology?.text) == ["]C0", "]C0"])
    }

    @Test("and spoils what comes after as many reports as the kernel keeps: one may be missing")
    func overrun() throws {
      let scanner = try opened()
      #expect(try scanner.take())
      passGrabWindow()
      for number in 1...64 { send("SN-\(number)") }
      #expect(try scans(of: scanner).map(\.fault) == Array(repeating: nil, count: 63))
      #expect(try scans(of: scanner).map(\.fault) == [.overrun])
    }

    @Test("that is pulled between two reports of a code")
    func pulled() throws {
      let scanner = try opened()
      #expect(try scanner.take())
      passGrabWindow()
      send("SN", isContinued: true)
      #expect(try scans(of: scanner) == [])
      node.fifo?.hangUp()
      wait(for: scanner.number)
      let error = #expect(throws: DeviceError.self) { try scanner.read { _ in } }
      #expect(error?.isGone == true)
      var told: [ScannerEvent] = []
      scanner.end(at: .now()) { told.append($0) }
      #expect(told.map(\.scan?.fault) == [.detached])
    }

    @Test("and no other HID device", arguments: [[0x05, 0x01, 0x09, 0x06, 0xA1, 0x01, 0xC0], [0xA1]] as [[UInt8]])
    func otherDevice(descriptor: [UInt8]) throws {
      let other = try bed.hidraw(at: "/dev/hidraw4", descriptor: descriptor)
      defer { withExtendedLifetime(other) {} }
      #expect(throws: DeviceError(.inquire, "/dev/hidraw4", code: ENOTSUP)) {
        try HIDPOSScanner(opening: "/dev/hidraw4", as: Assignment(lane: "lane"))
      }
    }

    @Test("and no node that is not a hidraw node")
    func noHidraw() {
      #expect(throws: DeviceError(.inquire, "/dev/null", code: ENOTTY)) {
        try HIDPOSScanner(opening: "/dev/null", as: Assignment(lane: "lane"))
      }
    }
  }
}
