internal import CUdev

/// One device of the udev database: properties that rules have set, attributes that the kernel shows. It belongs to the
/// thread of its context.
final class UdevDevice {
  private let handle: OpaquePointer

  /// Takes over a reference that libudev has given.
  init(taking handle: OpaquePointer) {
    self.handle = handle
  }

  /// Shares one that libudev keeps for another, as a parent for its child; nil for NULL.
  private convenience init?(sharing handle: OpaquePointer?) {
    guard let handle else { return nil }
    self.init(taking: udev_device_ref(handle))
  }

  deinit {
    udev_device_unref(handle)
  }

  var action: String? { String(udev_device_get_action(handle)) }
  var syspath: String? { String(udev_device_get_syspath(handle)) }
  var subsystem: String? { String(udev_device_get_subsystem(handle)) }
  var devnode: String? { String(udev_device_get_devnode(handle)) }

  /// Whether udevd has finished with it.
  var isInitialized: Bool { udev_device_get_is_initialized(handle) > 0 }

  func property(_ key: String) -> String? {
    String(udev_device_get_property_value(handle, key))
  }

  func attribute(_ name: String) -> String? {
    String(udev_device_get_sysattr_value(handle, name))
  }

  /// The device whose node this is: an event node's input device, a hidraw node's HID device.
  var parent: UdevDevice? { UdevDevice(sharing: udev_device_get_parent(handle)) }

  /// The nearest device that this one is a part of, of a subsystem and a type there.
  func parent(_ subsystem: String, _ type: String? = nil) -> UdevDevice? {
    UdevDevice(sharing: udev_device_get_parent_with_subsystem_devtype(handle, subsystem, type))
  }
}

extension String {
  /// From libudev, which gives NULL for what is not there.
  fileprivate init?(_ text: UnsafePointer<CChar>?) {
    guard let text else { return nil }
    self.init(cString: text)
  }
}
