package import Devices
import Scanning
import Settings

extension IdentifiedScanner {
  /// What a person is told: the device, its setup, and what to change in it.
  package var lines: [String] {
    [device.headline] + [device.names].indented
      + (setup?.facts ?? text.map { ["sent \($0.quoted)"] } ?? ["its layout is not known: no check code was scanned"])
      .indented + remarks.indented
  }

  /// What is wrong or cannot be told, each with what to do.
  package var remarks: [String] {
    guard let setup else { return [] }
    var remarks = setup.remarks
    if case .none = setup.terminator {
      remarks.append("sends no Enter: set its suffix to Enter (CR); terminator: none waits 100 ms a scan")
      if settings.extraction.minLength == nil {
        remarks.append("terminator: none needs min_length too: the length of your shortest serial number")
      }
    }
    return remarks
  }

  /// As `identify --json` has it, every key always present.
  package func json(rule: UdevRule?) -> JSONLine {
    var line = JSONLine()
    line.add("type", "identified")
    line.add("devnode", device.devnode)
    line.add("transport", device.transport.rawValue)
    line.add("marked", device.isMarked)
    line.add("name", device.name)
    line.add("usb", device.usbID)
    line.add("serial", device.serial)
    line.add("port", device.socket)
    line.add("text", text)
    line.add("setup", setup?.json)
    line.add("remark", remarks.isEmpty ? nil : remarks.joined(separator: "; "))
    line.add("rule", rule?.description)
    line.add("entry", settings.entry)
    return line
  }
}
