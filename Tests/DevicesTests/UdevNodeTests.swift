import Devices
import Testing

extension ReadingThreadTests {
  @Suite("learns from udev", .enabled(if: TestBed.isPossible))
  struct UdevNodeTests {
    private let bed: TestBed

    init() throws {
      bed = try TestBed()
    }

    private func nodes() throws -> [ScannerDevice] {
      let context = try UdevContext()
      return try context.nodes()
    }

    @Test("what an event node is, and whether it types", arguments: [(true, true), (false, true), (false, false)])
    func event(types: Bool, hasKeys: Bool) throws {
      let scanner = try bed.plugIn(
        event: 7, types: types, hasKeys: hasKeys,
        properties: ["ID_PATH": "left", "ID_SERIAL_SHORT": "S1", "DEVLINKS": "/dev/input/by-path/a /dev/b"])
      var expected = scanner.device
      expected.links = ["/dev/input/by-path/a", "/dev/b"]
      #expect(try nodes() == [expected])
    }

    @Test("that a hidraw node is a bar code scanner's, by its report descriptor")
    func hidraw() throws {
      // Usage page bar code scanner, usage bar code scanner, application collection: 56 bytes of decoded data.
      try bed.describe(
        "hidraw", "hidraw0", plug: 7, parent: "0003:05E0:1200.0001", "E: HID_NAME=Scan Co POS", "E: HID_UNIQ=S1",
        "H: report_descriptor=058c0902a101150026ff007508953809fe8102c0",
        properties: ["SCANGATE_SCANNER": "hidpos", "ID_PATH": "left"])
      // A keyboard's, and one that no parser takes.
      let keyboard = "H: report_descriptor=05010906a101050719e029e7150025017501950881" + "02c0"
      try bed.describe(
        "hidraw", "hidraw1", plug: 8, parent: "0003:05E0:1200.0002", keyboard,
        properties: ["SCANGATE_SCANNER": "wedge"])
      try bed.describe(
        "hidraw", "hidraw2", plug: 9, parent: "0003:05E0:1200.0003", "H: report_descriptor=06",
        properties: ["SCANGATE_SCANNER": "hidpos"])

      let plug = "/sys/devices/pci0000:00/usb1/1-7"
      #expect(
        try nodes() == [
          ScannerDevice(
            devnode: "/dev/hidraw0", syspath: "\(plug)/1-7:1.0/0003:05E0:1200.0001/hidraw/hidraw0",
            transport: .hidPOS, isMarked: true, plug: plug, usbID: "05e0:1200", serial: "S1", port: "left",
            name: "Scan Co POS")
        ])
    }

    @Test("that a serial port is one of USB")
    func tty() throws {
      let monitor = try DeviceMonitor()
      try bed.describe(
        "tty", "ttyACM0", plug: 7, parent: "acm",
        properties: ["SCANGATE_SCANNER": "cdc", "ID_BUS": "usb", "ID_MODEL": "Port"])
      try bed.describe("tty", "ttyS0", plug: 8, parent: "serial", properties: ["SCANGATE_SCANNER": "cdc"])

      let plug = "/sys/devices/pci0000:00/usb1/1-7"
      #expect(
        try nodes() == [
          ScannerDevice(
            devnode: "/dev/ttyACM0", syspath: "\(plug)/1-7:1.0/acm/tty/ttyACM0", transport: .cdc, isMarked: true,
            plug: plug, usbID: "05e0:1200", model: "Port")
        ])
      var changes: [DeviceMonitor.Change] = []
      while let change = try monitor.next() { changes.append(change) }
      #expect(changes == [.present(try #require(try nodes().first))])
    }

    @Test("that a mark of another transport is none for this node")
    func foreignMark() throws {
      // umockdev's devices are never finished with: without a mark of its own the node is passed over at the start.
      _ = try bed.plugIn(event: 7, mark: "hidpos")
      #expect(try nodes().isEmpty)

      let monitor = try DeviceMonitor()
      let later = try bed.plugIn(event: 8, mark: "hidpos")
      bed.tell("change", of: later)
      var change = try monitor.next()
      while change == nil { change = try monitor.next() }
      var expected = later.device
      expected.isMarked = false
      #expect(change == .present(expected))
    }
  }
}
