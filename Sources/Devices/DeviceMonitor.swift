internal import CUdev
internal import Glibc

/// What udev says as scanners come and go, each told after its rules have run.
package struct DeviceMonitor: ~Copyable {
  /// One thing that happened to a device.
  package enum Change: Hashable, Sendable {
    /// It is there, new or with new properties.
    case present(ScannerDevice)
    case removed(syspath: String)
  }

  /// The database that the monitor reads beside.
  package let context: UdevContext
  private let handle: OpaquePointer

  /// Listens from now on: enumerate after this, and no device falls between.
  package init() throws(DeviceError) {
    let context = try UdevContext()
    guard let handle = udev_monitor_new_from_netlink(context.handle, "udev") else {
      throw DeviceError(.watch, "udev", code: errno)
    }
    // No filter by tag or property: those are matched in our own code, where a test can see it.
    var outcome: CInt = 0
    for subsystem in UdevContext.subsystems where outcome >= 0 {
      outcome = udev_monitor_filter_add_match_subsystem_devtype(handle, subsystem, nil)
    }
    if outcome >= 0 { outcome = udev_monitor_enable_receiving(handle) }
    guard outcome >= 0 else {
      udev_monitor_unref(handle)
      throw DeviceError(.watch, "udev", code: -outcome)
    }
    self.context = context
    self.handle = handle
  }

  deinit {
    udev_monitor_unref(handle)
  }

  /// What `poll` waits on.
  package var number: CInt { udev_monitor_get_fd(handle) }

  /// The next change; nil: none waits. Throws when changes were lost.
  package func next() throws(DeviceError) -> Change? {
    errno = 0
    while let received = udev_monitor_receive_device(handle) {
      let device = UdevDevice(taking: received)
      if device.action == "remove", let syspath = device.syspath {
        return .removed(syspath: syspath)
      }
      if let found = ScannerDevice(device) {
        return .present(found)
      }
    }
    let code = errno
    guard code == 0 || code == EAGAIN || code == EINTR else { throw DeviceError(.watch, "udev", code: code) }
    return nil
  }
}
