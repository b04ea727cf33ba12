internal import Scanning

/// A line for a rules file of the site's own: marks a device, and all that look like it, as a scanner.
package struct UdevRule: Hashable, Sendable {
  /// The file that it belongs into. It sorts before the shipped one, which says what a mark brings.
  package static let file = "/etc/udev/rules.d/65-scangate-local.rules"

  private let device: ScannerDevice
  private let usbID: String
  private let serial: String?
  /// nil: in every socket.
  private let socket: String?

  /// By the USB id, and by the serial number if it has a real one, or in `socket` alone. Nil: the device has no USB id, or
  /// what it says of itself cannot stand in a rule.
  package init?(marking device: ScannerDevice, inItsSocketOnly: Bool) {
    guard let usbID = device.usbID, !inItsSocketOnly || device.socket != nil else { return nil }
    self.device = device
    self.usbID = usbID
    socket = inItsSocketOnly ? device.socket : nil
    serial = inItsSocketOnly ? nil : device.serial
    guard [usbID, socket, serial].compactMap(\.self).allSatisfy(\.isPlainInRule) else { return nil }
  }

  /// By as little as tells the device from these others.
  package init?(marking device: ScannerDevice, besides others: [ScannerDevice]) {
    self.init(marking: device, inItsSocketOnly: false)
    if others.contains(where: takesToo) { self.init(marking: device, inItsSocketOnly: true) }
  }

  /// Whether it would mark this other device as well.
  package func takesToo(_ other: ScannerDevice) -> Bool {
    other.plug != device.plug && marks(other)
  }

  /// Whether it would mark this device.
  package func marks(_ other: ScannerDevice) -> Bool {
    other.transport == device.transport && other.usbID == usbID && (serial == nil || other.serial == serial)
      && (socket == nil || other.socket == socket)
  }

  /// What makes udev read the file, and apply it to what is plugged in.
  package var commands: [String] {
    ["sudo udevadm control --reload", "sudo udevadm trigger --subsystem-match=\(subsystem)"]
  }

  private var subsystem: String {
    switch device.transport {
    case .wedge: "input"
    case .hidPOS: "hidraw"
    case .cdc: "tty"
    }
  }
}

extension UdevRule: CustomStringConvertible {
  /// A comment that names the device, and the line.
  package var description: String {
    var lines = ["# \((device.name ?? device.model ?? usbID).escaped())"]
    if device.transport == .hidPOS, socket != nil {
      // udev names no hidraw node's port by itself, and matches of a line come before its imports.
      lines.append(#"ACTION!="remove", SUBSYSTEM=="hidraw", IMPORT{builtin}="path_id""#)
    }
    return (lines + [mark]).joined(separator: "\n")
  }

  private var mark: String {
    var keys = [#"ACTION!="remove""#, #"SUBSYSTEM=="\#(subsystem)""#]
    if device.transport == .wedge { keys += [#"KERNEL=="event*""#, #"ENV{ID_INPUT_KEY}=="1""#] }
    keys += zip(usbID.split(separator: ":"), usbKeys).map { #"\#($1)=="\#($0)""# }
    if let serial, let key = usbKeys.last { keys.append(#"\#(key)=="\#(serial)""#) }
    // Behind the socket stands the interface.
    if let socket { keys.append(#"ENV{ID_PATH}=="\#(socket)|\#(socket):*""#) }
    return (keys + [#"ENV{SCANGATE_SCANNER}="\#(device.transport.rawValue)""#]).joined(separator: ", ")
  }

  /// Vendor, product and serial number; of a hidraw node only its USB device has them.
  private var usbKeys: [String] {
    device.transport == .hidPOS
      ? ["ATTRS{idVendor}", "ATTRS{idProduct}", "ATTRS{serial}"]
      : ["ENV{ID_VENDOR_ID}", "ENV{ID_MODEL_ID}", "ENV{ID_SERIAL_SHORT}"]
  }
}

extension String {
  /// Whether a rule takes it for nothing but itself: udev writes all else in its properties as `_`.
  fileprivate var isPlainInRule: Bool {
    let plain: (Unicode.Scalar) -> Bool = { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "#", "+", "-", ".", ":", "=", "@", "_": true
      default: false
      }
    }
    return !isEmpty && unicodeScalars.allSatisfy(plain)
  }
}
