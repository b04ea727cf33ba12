internal import Scanning

/// A USB serial port as udev describes it: what a light's `port` is matched against.
package struct SerialNode: Hashable, Sendable {
  /// The node: `/dev/ttyUSB0`. Changes with every plug-in.
  package var devnode: String
  /// USB vendor and product, four hexadecimal digits each.
  package var vendor: String
  package var product: String
  /// The serial number of the adapter itself, if it has a real one.
  package var serial: String?
  /// Which of the adapter's ports, as udev's `ID_USB_INTERFACE_NUM`: `00`.
  package var interface: String?
  /// The kernel's name of the socket: `1-1.3`.
  package var socket: String
  /// udev's name of the socket, its `ID_PATH` without the interface.
  package var path: String?
  /// Its other names below `/dev`, as rules have set them.
  package var links: [String]

  package init(
    devnode: String, vendor: String, product: String, serial: String? = nil, interface: String? = nil, socket: String,
    path: String? = nil, links: [String] = []
  ) {
    self.devnode = devnode
    self.vendor = vendor
    self.product = product
    self.serial = serial.flatMap { ScannerDevice.isPlaceholder($0) ? nil : $0 }
    self.interface = interface
    self.socket = socket
    self.path = path
    self.links = links
  }
}

extension SerialNode {
  /// Nil for what is no serial port behind USB.
  init?(_ device: UdevDevice) {
    guard device.subsystem == "tty", let devnode = device.devnode, let usb = device.parent("usb", "usb_device"),
      let vendor = usb.attribute("idVendor"), let product = usb.attribute("idProduct"), let syspath = usb.syspath
    else { return nil }
    self.init(
      devnode: devnode, vendor: vendor, product: product,
      serial: usb.attribute("serial"),
      interface: device.parent("usb", "usb_interface")?.attribute("bInterfaceNumber"),
      socket: syspath.split(separator: "/").last.map(String.init) ?? syspath,
      path: device.property("ID_PATH").map(ScannerDevice.socket),
      links: device.property("DEVLINKS")?.split(separator: " ").map(String.init) ?? [])
  }
}

extension SerialNode: CustomStringConvertible {
  /// `/dev/ttyUSB0 (1a86:7523, port 1-1.3)`
  package var description: String {
    let rest = ["port \(socket)", serial.map { "serial \($0.escaped())" }, interface.map { "interface \($0)" }]
    return "\(devnode) (\(vendor):\(product), \(rest.compactMap(\.self).joined(separator: ", ")))"
  }
}
