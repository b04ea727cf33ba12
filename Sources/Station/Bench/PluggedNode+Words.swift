import Devices
import Scanning
import Settings

extension PluggedNode {
  /// What a person is told of it: the device, then what is to be known and to be done, indented.
  package var lines: [String] {
    [device.headline] + [laneText, device.names].indented + (troubles + [holderText].compactMap(\.self)).indented
  }

  private var laneText: String {
    guard device.types else { return "types nothing: a wheel, volume keys or the like" }
    switch (lane, claim) {
    case (let lane?, _) where part == .left:
      return "lane \(lane.escaped()) reads another node of its plug, not this one"
    case (let lane?, .entry(let number, let property)):
      return "lane \(lane.escaped()): entry \(number) of scanners:, by \(property.rawValue)"
    case (let lane?, _): return "lane \(lane.escaped()): marked by a udev rule"
    case (nil, _) where device.isMarked: return "no lane: marked by a udev rule, but no entry of scanners: names it"
    // `identify` opens no serial port that it does not know.
    case (nil, _) where device.transport == .cdc:
      return "no rule, no entry: never opened. If it is a scanner: scangate devices --rule \(device.devnode)"
    case (nil, _): return "no rule, no entry: never opened. If it is a scanner: scangate identify"
    }
  }

  /// Each ends in what to do.
  private var troubles: [String] {
    var troubles: [String] = []
    if !rivals.isEmpty {
      let others = rivals.map { $0.title.escaped() }.joined(separator: ", ")
      troubles.append("fits the lane of \(others): unplug one, or name each by port")
    }
    if let part, part != .left, let rightsError { troubles.append("\(rightsError)") }
    return troubles
  }

  private var holderText: String? {
    holders.isEmpty ? nil : "open in \(holders.map(\.description).joined(separator: ", "))"
  }

  /// As `devices --json` has it, every key always present.
  package var json: JSONLine {
    var line = JSONLine()
    line.add("type", "device")
    line.add("devnode", device.devnode)
    line.add("transport", device.transport.rawValue)
    line.add("lane", lane)
    line.add("matched", claim?.word)
    if case .entry(let number, _) = claim { line.add("entry", number) } else { line.add("entry", nil as String?) }
    line.add("marked", device.isMarked)
    line.add("types", device.types)
    line.add("usable", isUsable)
    line.add("name", device.name)
    line.add("model", device.model)
    line.add("usb", device.usbID)
    line.add("serial", device.serial)
    line.add("port", device.socket)
    line.add("plug", device.plug)
    line.add("readable", rightsError == nil)
    line.add("trouble", troubles.isEmpty ? nil : troubles.joined(separator: "; "))
    line.add(
      "holders",
      holders.map { holder in
        var line = JSONLine()
        line.add("pid", Int(holder.pid))
        line.add("command", holder.command)
        return line
      })
    return line
  }
}

extension PluggedNode.Claim {
  fileprivate var word: String {
    switch self {
    case .mark: "mark"
    case .entry(_, let property): property.rawValue
    }
  }
}

extension ScannerDevice.Transport {
  /// The mode of a scanner that speaks so.
  package var words: String {
    switch self {
    case .wedge: "keyboard"
    case .hidPOS: "HID POS"
    case .cdc: "USB serial"
    }
  }
}

extension [String] {
  var indented: [String] { map { "  \($0)" } }
}
