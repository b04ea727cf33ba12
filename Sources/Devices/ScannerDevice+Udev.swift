internal import Scanning

/// How a scanner's node is told from what udev knows of it.
extension ScannerDevice {
  /// Nil for a node that no scanner speaks through.
  init?(_ device: UdevDevice) {
    guard let devnode = device.devnode, let syspath = device.syspath, let transport = Transport(of: device) else {
      return nil
    }
    let parent = device.parent
    let usb = device.parent("usb", "usb_device")
    let keys = transport == .wedge ? parent?.attribute("capabilities/key").flatMap(KeySet.init(words:)) : nil
    self.init(
      devnode: devnode, syspath: syspath, transport: transport,
      // A mark of another transport is for another node of the plug.
      isMarked: device.property("SCANGATE_SCANNER") == transport.rawValue,
      plug: usb?.syspath ?? device.parent("hid")?.syspath ?? parent?.syspath,
      usbID: usb?.usbID,
      model: device.property("ID_MODEL"),
      // Bluetooth devices have no ID_ properties; the kernel knows their serial number all the same.
      serial: device.property("ID_SERIAL_SHORT") ?? parent?.attribute("uniq") ?? parent?.property("HID_UNIQ"),
      port: device.property("ID_PATH"),
      name: parent?.attribute("name") ?? parent?.property("HID_NAME"),
      links: device.property("DEVLINKS")?.split(separator: " ").map(String.init) ?? [],
      types: keys?.canType ?? true,
      hasKeys: transport != .wedge || device.property("ID_INPUT_KEY") == "1")
  }
}

extension ScannerDevice.Transport {
  fileprivate init?(of device: UdevDevice) {
    switch device.subsystem {
    case "input" where device.devnode?.hasPrefix("/dev/input/event") == true: self = .wedge
    case "hidraw" where device.parent?.isBarcodeScanner == true: self = .hidPOS
    case "tty" where device.property("ID_BUS") == "usb": self = .cdc
    default: return nil
    }
  }
}

extension UdevDevice {
  /// Of a HID device: whether it reports bar codes.
  fileprivate var isBarcodeScanner: Bool {
    // libudev gives attributes as text, which a report descriptor is not.
    guard let syspath, let bytes = KernelFile(path: syspath + "/report_descriptor").read() else { return false }
    return (try? HIDReportDescriptor(parsing: bytes).isBarcodeScanner) ?? false
  }

  /// Of a USB device: `05e0:1200`.
  fileprivate var usbID: String? {
    guard let vendor = attribute("idVendor"), let product = attribute("idProduct") else { return nil }
    return "\(vendor):\(product)"
  }
}
