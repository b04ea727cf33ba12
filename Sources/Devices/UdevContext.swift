internal import CUdev
internal import Glibc

/// A connection to the udev database.
package struct UdevContext: ~Copyable {
  /// Where the nodes are that a scanner can speak through.
  static let subsystems = ["input", "hidraw", "tty"]

  let handle: OpaquePointer

  package init() throws(DeviceError) {
    guard let handle = udev_new() else { throw DeviceError(.watch, "udev", code: errno) }
    self.handle = handle
  }

  deinit {
    udev_unref(handle)
  }

  /// The nodes that are there now and that udevd has finished with, in the order of their places in `/sys`.
  package func nodes() throws(DeviceError) -> [ScannerDevice] {
    guard let enumeration = udev_enumerate_new(handle) else { throw DeviceError(.watch, "udev", code: errno) }
    defer { udev_enumerate_unref(enumeration) }
    for subsystem in Self.subsystems { udev_enumerate_add_match_subsystem(enumeration, subsystem) }
    let outcome = udev_enumerate_scan_devices(enumeration)
    guard outcome >= 0 else { throw DeviceError(.watch, "/sys", code: -outcome) }

    var devices: [ScannerDevice] = []
    var entry = udev_enumerate_get_list_entry(enumeration)
    while let current = entry {
      if let device = node(at: udev_list_entry_get_name(current)) { devices.append(device) }
      entry = udev_list_entry_get_next(current)
    }
    return devices
  }

  private func node(at syspath: UnsafePointer<CChar>?) -> ScannerDevice? {
    guard let syspath, let handle = udev_device_new_from_syspath(handle, syspath) else { return nil }
    let device = UdevDevice(taking: handle)
    guard let found = ScannerDevice(device) else { return nil }
    // A device that udevd still works on comes again through the monitor. A mark proves that its rules have run.
    return device.isInitialized || found.mark != nil ? found : nil
  }
}
