internal import Glibc

extension ScannerDevice {
  /// Why we may not read its node, and what to do; nil: we may.
  package var rightsError: DeviceError? {
    access(devnode, R_OK) == 0 ? nil : DeviceError(.open, devnode, code: errno)
  }
}
