/// A device of the input subsystem as udev describes it: what a lane is matched against.
package struct ScannerDevice: Hashable, Sendable {
  /// What the property `SCANGATE_SCANNER` says a device speaks.
  package enum Kind: String, Hashable, Sendable {
    /// Key events, as from a keyboard.
    case wedge
    /// HID POS reports on a hidraw node.
    case hidPOS = "hidpos"
    /// Terminated lines on a CDC serial port.
    case cdc
  }

  /// The node: `/dev/input/event7`. Changes with every plug-in.
  package var devnode: String
  /// The place in `/sys`: tells two devices apart that had the same node one after the other.
  package var syspath: String
  /// What a udev rule marked it as; nil: no rule knows it, it may be the operator's keyboard.
  package var mark: Kind?
  /// The model's name.
  package var model: String?
  /// The serial number of the device itself, if it has a real one.
  package var serial: String?
  /// The socket it is plugged into: udev's `ID_PATH`.
  package var port: String?
  /// The name the device gives itself.
  package var name: String?

  package init(
    devnode: String, syspath: String, mark: Kind?, model: String? = nil, serial: String? = nil, port: String? = nil,
    name: String? = nil
  ) {
    self.devnode = devnode
    self.syspath = syspath
    self.mark = mark
    self.model = model
    self.serial = serial.flatMap { Self.isPlaceholder($0) ? nil : $0 }
    self.port = port
    self.name = name
  }

  /// Whether a serial number says nothing: firmware writes `XXXXXX`, zeros or blanks (as udev spells them, `_`) where
  /// it has none.
  package static func isPlaceholder(_ serial: String) -> Bool {
    serial.unicodeScalars.allSatisfy { " _-.?*0xX".unicodeScalars.contains($0) }
  }
}
