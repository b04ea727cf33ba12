/// The serial port that a light hangs on.
package enum IndicatorPort: Hashable, Sendable {
  /// A device node, best a name of the site's own below `/dev/scangate`.
  case path(String)
  /// A USB adapter, by its ids.
  case usb(USBAdapter)
}

/// A USB serial adapter; where two are alike, the socket tells them apart.
package struct USBAdapter: Hashable, Sendable {
  /// Four hexadecimal digits, as `lsusb` shows them.
  package var vendor: String
  package var product: String
  /// The kernel's name of the socket: `1-1.3`.
  package var port: String?

  package init(vendor: String, product: String, port: String? = nil) {
    self.vendor = vendor
    self.product = product
    self.port = port
  }
}

extension USBAdapter: Section {
  static var fields: [Field<USBAdapter>] {
    [
      Field("vendor", \.vendor, .usbID, isRequired: true),
      Field("product", \.product, .usbID, isRequired: true),
      Field("port", \.port, .words("a socket such as 1-1.3")),
    ]
  }
}

extension Form<String> {
  fileprivate static var usbID: Form {
    .scalar(
      "four hexadecimal digits",
      read: { $0.utf8.count == 4 && $0.allSatisfy(\.isHexDigit) ? $0.lowercased() : nil }, show: \.self)
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
