extension ScannerDevice {
  /// The socket that it is plugged into, whichever of its USB interfaces the node is of.
  package var socket: String? { port.map(Self.socket) }

  /// An `ID_PATH` without the USB interface that it may end in: `pci-0000:00:14.0-usb-0:3` of `…-usb-0:3:1.0`.
  package static func socket(of port: String) -> String {
    guard let usb = port.ranges(of: "usb-").last else { return port }
    let parts = port[usb.upperBound...].split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 3 ? String(port.dropLast(parts[2].count + 1)) : port
  }
}
