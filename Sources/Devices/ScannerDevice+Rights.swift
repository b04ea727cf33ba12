internal import Glibc

extension ScannerDevice {
  /// Why we may not read its node, and what to do; nil: we may. A serial port is opened for writing too.
  package var rightsError: DeviceError? {
    access(devnode, transport == .cdc ? R_OK | W_OK : R_OK) == 0 ? nil : DeviceError(.open, devnode, code: errno)
  }
}
