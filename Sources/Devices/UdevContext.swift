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

  /// The nodes that are there now, in the order of their places in `/sys`.
  ///
  /// - Parameter onlyReady: leaves out those that udevd still works on: they come again through the monitor.
  package func nodes(onlyReady: Bool = true) throws(DeviceError) -> [ScannerDevice] {
    try devices(of: Self.subsystems) { device in
      guard let found = ScannerDevice(device) else { return nil }
      // A mark proves that its rules have run.
      return !onlyReady || device.isInitialized || found.isMarked ? found : nil
    }
  }

  /// The USB serial ports that are there now and that udevd has finished with.
  package func serialNodes() throws(DeviceError) -> [SerialNode] {
    try devices(of: ["tty"]) { device in
      device.isInitialized || device.property("SCANGATE_INDICATOR") == "1" ? SerialNode(device) : nil
    }
  }

  /// What `make` makes of the devices of these subsystems.
  func devices<Found>(of subsystems: [String], _ make: (UdevDevice) -> Found?) throws(DeviceError) -> [Found] {
    guard let enumeration = udev_enumerate_new(handle) else { throw DeviceError(.watch, "udev", code: errno) }
    defer { udev_enumerate_unref(enumeration) }
    for subsystem in subsystems { udev_enumerate_add_match_subsystem(enumeration, subsystem) }
    let outcome = udev_enumerate_scan_devices(enumeration)
    guard outcome >= 0 else { throw DeviceError(.watch, "/sys", code: -outcome) }

    var found: [Found] = []
    var entry = udev_enumerate_get_list_entry(enumeration)
    while let current = entry {
      if let syspath = udev_list_entry_get_name(current), let handle = udev_device_new_from_syspath(handle, syspath),
        let device = make(UdevDevice(taking: handle))
      {
        found.append(device)
      }
      entry = udev_list_entry_get_next(current)
    }
    return found
  }
}
