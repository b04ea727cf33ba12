internal import CUdev
internal import Glibc

/// A USB scanner in a mode that gives scangate nothing to read: a udev rule knows it and names the mode.
package struct SilentScanner: Hashable, Sendable {
  /// The USB device, by its place in `/sys`; `ScannerDevice.plug` of its nodes, if it has any.
  package var plug: String
  /// The mode, in the words of the rule's property `SCANGATE_MODE`.
  package var mode: String
  /// USB vendor and product: `05e0:1900`.
  package var usbID: String?
  package var name: String?
  package var port: String?

  package init(plug: String, mode: String, usbID: String? = nil, name: String? = nil, port: String? = nil) {
    self.plug = plug
    self.mode = mode
    self.usbID = usbID
    self.name = name
    self.port = port
  }
}

extension UdevContext {
  /// The scanners that are plugged in now and cannot be read.
  package func silentScanners() throws(DeviceError) -> [SilentScanner] {
    try devices(of: ["usb"]) { device in
      guard let plug = device.syspath, let mode = device.property("SCANGATE_MODE") else { return nil }
      return SilentScanner(
        plug: plug, mode: mode,
        usbID: device.property("ID_VENDOR_ID").flatMap { vendor in
          device.property("ID_MODEL_ID").map { "\(vendor):\($0)" }
        },
        name: device.attribute("product"), port: device.property("ID_PATH"))
    }
  }
}
