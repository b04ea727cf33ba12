/// A device node as udev describes it: what a lane is matched against.
package struct ScannerDevice: Hashable, Sendable {
  /// How a scanner speaks; also what the property `SCANGATE_SCANNER` says.
  package enum Transport: String, CaseIterable, Hashable, Sendable {
    /// Key events of an evdev node, as from a keyboard.
    case wedge
    /// HID POS reports of a hidraw node.
    case hidPOS = "hidpos"
    /// Terminated lines of a CDC serial port.
    case cdc
  }

  /// The node: `/dev/input/event7`. Changes with every plug-in.
  package var devnode: String
  /// The place in `/sys`: tells two devices apart that had the same node one after the other.
  package var syspath: String
  /// What the node itself speaks, by its subsystem.
  package var transport: Transport
  /// Whether a udev rule marks it as what it speaks; else it may be the operator's keyboard.
  package var isMarked: Bool
  /// The USB device that it is a part of, by its place in `/sys`: nodes of one plug share it.
  package var plug: String
  /// USB vendor and product, four hexadecimal digits each: `05e0:1200`.
  package var usbID: String?
  /// The model's name.
  package var model: String?
  /// The serial number of the device itself, if it has a real one.
  package var serial: String?
  /// The socket it is plugged into: udev's `ID_PATH`.
  package var port: String?
  /// The name the device gives itself.
  package var name: String?
  /// Its other names below `/dev`, as rules have set them: `/dev/input/by-path/…`.
  package var links: [String]
  /// Whether scans come through it: not through an event node that lacks the keys of a keyboard.
  package var types: Bool
  /// Whether it has keys, be it for the volume (udev's `ID_INPUT_KEY`): not an event node of a mouse.
  package var hasKeys: Bool

  package init(
    devnode: String, syspath: String, transport: Transport = .wedge, isMarked: Bool, plug: String? = nil,
    usbID: String? = nil, model: String? = nil, serial: String? = nil, port: String? = nil, name: String? = nil,
    links: [String] = [], types: Bool = true, hasKeys: Bool = true
  ) {
    self.devnode = devnode
    self.syspath = syspath
    self.transport = transport
    self.isMarked = isMarked
    self.plug = plug ?? syspath
    self.usbID = usbID
    self.model = model
    self.serial = serial.flatMap { Self.isPlaceholder($0) ? nil : $0 }
    self.port = port
    self.name = name
    self.links = links
    self.types = types
    self.hasKeys = hasKeys
  }

  /// Whether a serial number says nothing: firmware writes `XXXXXX`, zeros or blanks (as udev spells them, `_`) where
  /// it has none.
  package static func isPlaceholder(_ serial: String) -> Bool {
    serial.unicodeScalars.allSatisfy { " _-.?*0xX".unicodeScalars.contains($0) }
  }
}
