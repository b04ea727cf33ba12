extension UdevContext {
  /// The serial ports that rules tell ModemManager to leave alone, with all their names.
  package func sparedPorts() throws(DeviceError) -> [String] {
    try devices(of: ["tty"]) { device -> [String]? in
      guard device.property("ID_MM_PORT_IGNORE") == "1", let devnode = device.devnode else { return nil }
      return [devnode] + (device.property("DEVLINKS")?.split(separator: " ").map(String.init) ?? [])
    }.flatMap(\.self)
  }
}
