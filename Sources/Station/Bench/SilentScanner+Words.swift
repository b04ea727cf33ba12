package import Devices
import Scanning

extension SilentScanner {
  /// What a person is told of it.
  package var lines: [String] {
    let usb = usbID.map { "  \($0)" } ?? ""
    return ["\((name ?? "scanner").escaped(limit: 60))\(usb)  \(mode.escaped(limit: 60))"]
      + [
        "in a mode that scangate cannot read: scan the setup code `USB keyboard` or `USB COM (CDC)` of its manual",
        "port \(port?.escaped() ?? "none")",
      ].indented
  }

  package var json: JSONLine {
    var line = JSONLine()
    line.add("type", "silent_scanner")
    line.add("mode", mode)
    line.add("usb", usbID)
    line.add("name", name)
    line.add("port", port)
    line.add("plug", plug)
    return line
  }
}
