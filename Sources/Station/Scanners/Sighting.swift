import Devices

/// A lane's scanner as it was seen last: what tells it from another, and where it was plugged in.
struct Sighting: Hashable, Sendable {
  var lane: String
  /// What devices of one kind have in common: `05e0:1200 Symbol_Bar_Code_Scanner`; nil: it says nothing of itself.
  var kind: String?
  /// As a person calls it.
  var name: String
  /// nil: it has none of its own, so that its twin cannot be told from it.
  var serial: String?
  /// The socket: `pci-0000:00:14.0-usb-0:3`.
  var socket: String?

  init(lane: String, kind: String?, name: String, serial: String?, socket: String?) {
    self.lane = lane
    self.kind = kind
    self.name = name
    self.serial = serial
    self.socket = socket
  }

  init(of device: ScannerDevice, on lane: String) {
    let kind = [device.usbID, device.model ?? device.name].compactMap(\.self).joined(separator: " ")
    self.init(
      lane: lane, kind: kind.isEmpty ? nil : kind, name: device.shortTitle, serial: device.serial,
      socket: device.socket)
  }

  /// Whether it may be the very same device: of one kind, and of one serial number where there is any.
  func isLike(_ other: Sighting) -> Bool {
    kind != nil && kind == other.kind && serial == other.serial
  }
}
