internal import CUdev

/// One device of the udev database: properties that rules have set, attributes that the kernel shows.
struct UdevDevice: ~Copyable {
  private let handle: OpaquePointer

  /// Takes over a reference that libudev has given.
  init(taking handle: OpaquePointer) {
    self.handle = handle
  }

  deinit {
    udev_device_unref(handle)
  }

  var action: String? { String(udev_device_get_action(handle)) }
  var syspath: String? { String(udev_device_get_syspath(handle)) }
  var devnode: String? { String(udev_device_get_devnode(handle)) }

  /// Whether udevd has finished with it.
  var isInitialized: Bool { udev_device_get_is_initialized(handle) > 0 }

  func property(_ key: String) -> String? {
    String(udev_device_get_property_value(handle, key))
  }

  /// An attribute of the input device whose event node this is.
  func parentAttribute(_ name: String) -> String? {
    // The parent belongs to this device: it is not released.
    udev_device_get_parent(handle).flatMap { String(udev_device_get_sysattr_value($0, name)) }
  }
}

extension ScannerDevice {
  /// Nil for everything but an event node.
  init?(_ device: borrowing UdevDevice) {
    guard let devnode = device.devnode, devnode.hasPrefix("/dev/input/event"), let syspath = device.syspath else {
      return nil
    }
    self.init(
      devnode: devnode, syspath: syspath,
      mark: device.property("SCANGATE_SCANNER").flatMap(Transport.init(rawValue:)),
      model: device.property("ID_MODEL"),
      // Bluetooth devices have no ID_ properties; the kernel knows their serial number all the same.
      serial: device.property("ID_SERIAL_SHORT") ?? device.parentAttribute("uniq"),
      port: device.property("ID_PATH"),
      name: device.parentAttribute("name"))
  }
}

extension String {
  /// From libudev, which gives NULL for what is not there.
  fileprivate init?(_ text: UnsafePointer<CChar>?) {
    guard let text else { return nil }
    self.init(cString: text)
  }
}
