import Devices
import Testing

extension ReadingThreadTests {
  @Suite("knows of a USB serial port", .enabled(if: TestBed.isPossible))
  struct SerialNodeTests {
    @Test("what tells it from another: ids, serial number, interface, socket, names")
    func node() throws {
      let bed = try TestBed()
      let plug = TestBed.plug(7)
      try bed.add(plug, "usb", "E: DEVTYPE=usb_device\nA: idVendor=1a86\nA: idProduct=7523\nA: serial=A1")
      try bed.add("\(plug)/1-7:1.2", "usb", "E: DEVTYPE=usb_interface\nA: bInterfaceNumber=02")
      try bed.add("\(plug)/1-7:1.2/ttyUSB0", "usb-serial")
      try bed.add(
        "\(plug)/1-7:1.2/ttyUSB0/tty/ttyUSB0", "tty", node: "/dev/ttyUSB0",
        [
          "ID_PATH": "pci-0000:00:14.0-usb-0:7:1.2", "DEVLINKS": "/dev/scangate/light-1", "SCANGATE_INDICATOR": "1",
        ])
      try bed.add("/devices/pnp0/tty/ttyS0", "tty", node: "/dev/ttyS0", ["SCANGATE_INDICATOR": "1"])

      let expected = SerialNode(
        devnode: "/dev/ttyUSB0", vendor: "1a86", product: "7523", serial: "A1", interface: "02", socket: "1-7",
        path: "pci-0000:00:14.0-usb-0:7", links: ["/dev/scangate/light-1"])
      let context = try UdevContext()
      let nodes = try context.serialNodes()
      #expect(nodes == [expected])
      #expect("\(expected)" == "/dev/ttyUSB0 (1a86:7523, port 1-7, serial A1, interface 02)")
    }
  }
}
