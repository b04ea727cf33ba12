extension USBDevice {
  /// A scanner in keyboard mode with a name and a number of its own, as Zebra's.
  static func scanner(serial: String? = "S1203") -> USBDevice {
    USBDevice(
      vendor: 0x05E0, product: 0x1200, maker: "Symbol Technologies, Inc, 2008", model: "Symbol Bar Code Scanner",
      serial: serial, interfaces: [.keyboard(endpoint: 0x81)])
  }

  /// A white-label scanner: neither name nor number.
  static let nameless = USBDevice(vendor: 0x0581, product: 0x011C, interfaces: [.keyboard(endpoint: 0x81)])

  /// A scanner in keyboard mode that brings a mouse along.
  static let withMouse = USBDevice(
    vendor: 0x1EAB, product: 0x1D03, maker: "Newland", model: "HidKeyBoard",
    interfaces: [.mouse(endpoint: 0x81), .keyboard(endpoint: 0x82)])

  /// A keyboard beside HID POS, in one plug.
  static let keyboardAndHIDPOS = USBDevice(
    vendor: 0x05E0, product: 0x1200, maker: "Symbol Technologies, Inc, 2008", model: "Symbol Bar Code Scanner",
    serial: "S9999", interfaces: [.keyboard(endpoint: 0x81), .hidPOS(endpoint: 0x82)])

  /// HID POS alone: reports of a hidraw node, no keyboard.
  static let hidPOS = USBDevice(
    vendor: 0x1EAB, product: 0x1D10, maker: "Newland", model: "HID POS", interfaces: [.hidPOS(endpoint: 0x81)])

  /// A scanner that is a serial port.
  static let serialPort = USBDevice(
    vendor: 0x1EAB, product: 0x1D06, maker: "Newland", model: "CDC", serial: "C0042", kind: (2, 0),
    interfaces: USBInterface.serialPort(notices: 0x81, from: 0x82, to: 0x03))

  /// A scanner whose id other things carry too: no rule of ours marks it.
  static let unknown = USBDevice(
    vendor: 0x13BA, product: 0x0018, model: "Barcode Reader", interfaces: [.keyboard(endpoint: 0x81)])

  /// What the operator types on.
  static let desktopKeyboard = USBDevice(
    vendor: 0x046D, product: 0xC31C, maker: "Logitech", model: "USB Keyboard", interfaces: [.keyboard(endpoint: 0x81)])
}

extension USBInterface {
  /// A keyboard with the boot report: a byte of modifiers, a byte of nothing, six keys.
  static func keyboard(endpoint: UInt8) -> USBInterface {
    .hid(
      [
        0x05, 0x01, 0x09, 0x06, 0xA1, 0x01,  // Generic Desktop: Keyboard
        0x05, 0x07, 0x19, 0xE0, 0x29, 0xE7, 0x15, 0x00, 0x25, 0x01, 0x75, 0x01, 0x95, 0x08, 0x81, 0x02,  // modifiers
        0x75, 0x08, 0x95, 0x01, 0x81, 0x01,
        0x05, 0x08, 0x19, 0x01, 0x29, 0x05, 0x75, 0x01, 0x95, 0x05, 0x91, 0x02,  // lamps
        0x75, 0x03, 0x95, 0x01, 0x91, 0x01,
        0x05, 0x07, 0x19, 0x00, 0x29, 0xFF, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, 0x06, 0x81, 0x00,  // keys
        0xC0,
      ], boot: (1, 1), endpoint: endpoint)
  }

  /// Three buttons, two ways.
  static func mouse(endpoint: UInt8) -> USBInterface {
    .hid(
      [
        0x05, 0x01, 0x09, 0x02, 0xA1, 0x01, 0x09, 0x01, 0xA1, 0x00,  // Generic Desktop: Mouse
        0x05, 0x09, 0x19, 0x01, 0x29, 0x03, 0x15, 0x00, 0x25, 0x01, 0x75, 0x01, 0x95, 0x03, 0x81, 0x02,  // buttons
        0x75, 0x05, 0x95, 0x01, 0x81, 0x01,
        0x05, 0x01, 0x09, 0x30, 0x09, 0x31, 0x15, 0x81, 0x25, 0x7F, 0x75, 0x08, 0x95, 0x02, 0x81, 0x06,  // X, Y
        0xC0, 0xC0,
      ], boot: (1, 2), endpoint: endpoint)
  }

  /// A report of 62 bytes: its number 2, the count, three of the AIM identifier, 56 of the code, whether more follows.
  static func hidPOS(endpoint: UInt8) -> USBInterface {
    .hid(
      [
        0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01, 0x09, 0x12, 0xA1, 0x02,  // Bar Code Scanner: Scanned Data Report
        0x85, 0x02, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08,
        0x95, 0x01, 0x05, 0x01, 0x09, 0x3B, 0x81, 0x02,  // Byte Count
        0x95, 0x03, 0x05, 0x8C, 0x09, 0xFB, 0x09, 0xFC, 0x09, 0xFD, 0x81, 0x02,  // Symbology Identifier 1 to 3
        0x95, 0x38, 0x09, 0xFE, 0x82, 0x02, 0x01,  // Decoded Data
        0x25, 0x01, 0x75, 0x01, 0x95, 0x01, 0x09, 0xFF, 0x81, 0x02,  // Decode Data Continued
        0x75, 0x07, 0x95, 0x01, 0x81, 0x03,
        0xC0, 0xC0,
      ], endpoint: endpoint, size: 64)
  }

  /// The two interfaces of a CDC ACM port.
  static func serialPort(notices: UInt8, from: UInt8, to: UInt8) -> [USBInterface] {
    [
      USBInterface(
        kind: (2, 2, 1),
        functional: [
          5, 0x24, 0, 0x10, 0x01,  // header
          5, 0x24, 1, 0, 1,  // call management
          4, 0x24, 2, 2,  // line coding and line state
          5, 0x24, 6, 0, 1,  // union of both interfaces
        ], endpoints: [USBEndpoint(address: notices, size: 8, interval: 10)]),
      USBInterface(
        kind: (10, 0, 0),
        endpoints: [
          USBEndpoint(address: from, kind: .bulk, size: 64, interval: 0),
          USBEndpoint(address: to, kind: .bulk, size: 64, interval: 0),
        ]),
    ]
  }
}
