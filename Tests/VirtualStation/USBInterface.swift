/// One interface of a USB device: a keyboard, a mouse, a bar code scanner, half a serial port.
struct USBInterface: Sendable {
  /// Class, subclass and protocol.
  var kind: (UInt8, UInt8, UInt8)
  /// Descriptors of its class, between its own and those of its endpoints.
  var functional: [UInt8] = []
  /// Only of a HID interface.
  var reportDescriptor: [UInt8]?
  var endpoints: [USBEndpoint]

  /// A HID interface whose reports come in on this endpoint, each millisecond if it has some.
  static func hid(
    _ reportDescriptor: [UInt8], boot: (UInt8, UInt8) = (0, 0), endpoint: UInt8, size: UInt16 = 8
  ) -> USBInterface {
    USBInterface(
      kind: (3, boot.0, boot.1),
      functional: [9, 0x21] + UInt16(0x0111).usb + [0, 1, 0x22] + UInt16(reportDescriptor.count).usb,
      reportDescriptor: reportDescriptor, endpoints: [USBEndpoint(address: endpoint, size: size)])
  }

  /// Its own descriptor and all that belong to it.
  func descriptors(number: UInt8) -> [UInt8] {
    [9, 4, number, 0, UInt8(endpoints.count), kind.0, kind.1, kind.2, 0] + functional
      + endpoints.flatMap { [7, 5, $0.address, $0.kind.rawValue] + $0.size.usb + [$0.interval] }
  }
}

struct USBEndpoint: Sendable {
  /// As USB numbers them.
  enum Kind: UInt8 {
    case bulk = 2
    case interrupt = 3
  }

  /// With bit 7: to the host.
  var address: UInt8
  var kind = Kind.interrupt
  var size: UInt16
  /// In milliseconds, at full speed.
  var interval: UInt8 = 1
}
