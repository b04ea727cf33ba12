extension USBDevice {
  /// A light that is a serial port of its own: `cdc_acm`.
  static let light = USBDevice(
    vendor: 0x04D8, product: 0xFFEE, maker: "Devantech", model: "USB-RLY08", kind: (2, 0),
    interfaces: USBInterface.serialPort(notices: 0x81, from: 0x82, to: 0x03))

  /// A light behind a serial adapter: `ftdi_sio`, of the kernel's `usbserial`.
  static let lightOnAdapter = USBDevice(
    vendor: 0x0403, product: 0x6001, version: 0x0600, maker: "FTDI", model: "FT232R", serial: "A50285BI",
    interfaces: [
      USBInterface(
        kind: (0xFF, 0xFF, 0xFF),
        endpoints: [
          USBEndpoint(address: 0x81, kind: .bulk, size: 64, interval: 0),
          USBEndpoint(address: 0x02, kind: .bulk, size: 64, interval: 0),
        ])
    ])
}
