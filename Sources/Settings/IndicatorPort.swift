package import Devices
import Scanning

/// The serial port that a light hangs on.
package enum IndicatorPort: Hashable, Sendable {
  /// A device node, best a name of the site's own below `/dev/scangate`.
  case path(String)
  /// A USB adapter, by what tells it from others.
  case usb(USBAdapter)
}

extension IndicatorPort: CustomStringConvertible {
  /// `/dev/scangate/light-1`, `{vendor: 1a86, product: 7523}`
  package var description: String {
    switch self {
    case .path(let path): path
    case .usb(let adapter): adapter.description
    }
  }
}

/// A USB serial adapter; where two are alike, its serial number or the socket tells them apart.
package struct USBAdapter: Hashable, Sendable {
  /// Four hexadecimal digits, as `lsusb` shows them.
  package var vendor: String
  package var product: String
  /// The adapter's own number; the cheap ones have none.
  package var serial: String?
  /// Which of its ports, where it has several, as udev's `ID_USB_INTERFACE_NUM`: `00`.
  package var interface: String?
  /// The kernel's name of the socket, `1-1.3`, or udev's, `ID_PATH`.
  package var port: String?

  package init(
    vendor: String, product: String, serial: String? = nil, interface: String? = nil, port: String? = nil
  ) {
    self.vendor = vendor
    self.product = product
    self.serial = serial
    self.interface = interface
    self.port = port
  }

  /// Whether this node may be meant.
  package func fits(_ node: SerialNode) -> Bool {
    let socket = port.map(ScannerDevice.socket)
    return vendor == node.vendor && product == node.product && (serial == nil || serial == node.serial)
      && (interface == nil || interface == node.interface)
      && (socket == nil || socket == node.socket || socket == node.path)
  }
}

extension USBAdapter: Section {
  static var fields: [Field<USBAdapter>] {
    [
      Field("vendor", \.vendor, .hexadecimal(digits: 4), isRequired: true),
      Field("product", \.product, .hexadecimal(digits: 4), isRequired: true),
      Field("serial", \.serial, .words("the adapter's serial number")),
      Field("interface", \.interface, .hexadecimal(digits: 2)),
      Field("port", \.port, .words("a socket such as 1-1.3")),
    ]
  }
}

extension USBAdapter: CustomStringConvertible {
  package var description: String {
    let parts = [
      ("vendor", vendor), ("product", product), ("serial", serial), ("interface", interface), ("port", port),
    ]
    let given = parts.compactMap { key, value in value.map { "\(key): \($0)" } }
    return "{\(given.joined(separator: ", "))}"
  }
}

extension Form<String> {
  fileprivate static func hexadecimal(digits count: Int) -> Form {
    .scalar(
      "\(count) hexadecimal digits",
      read: { $0.utf8.count == count && $0.allSatisfy(\.isHexDigit) ? $0.lowercased() : nil }, show: \.self)
  }
}

extension Form<IndicatorPort> {
  static var port: Form {
    let adapter = Form<USBAdapter>.section(from: USBAdapter(vendor: "", product: ""))
    return Form(
      read: { reader in
        if case .mapping = reader.node.content { return adapter.read(reader).map(IndicatorPort.usb) }
        let expected = "a path below /dev, or {vendor: 1a86, product: 7523}"
        return reader.text(expected).flatMap { $0.hasPrefix("/dev/") ? .path($0) : reader.refuse(expected) }
      },
      show: { port in
        switch port {
        case .path(let path): .scalar(path)
        case .usb(let usb): adapter.show(usb)
        }
      })
  }
}
