extension ScannerDevice {
  /// Opens it as the scanner that it speaks as; nothing is read of it before `take`.
  func opened(as assignment: Assignment) throws(DeviceError) -> any Scanner {
    switch transport {
    case .wedge: try WedgeScanner(opening: devnode, as: assignment)
    case .hidPOS: try HIDPOSScanner(opening: devnode, as: assignment)
    case .cdc: try SerialScanner(opening: devnode, as: assignment)
    }
  }
}
