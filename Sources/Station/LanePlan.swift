package import Devices
import Gating
import Scanning
package import Settings

/// Which scanner belongs to which lane, and what a lane makes of its scans, by the configuration.
package struct LanePlan: Sendable {
  /// The lanes that the configuration names, in its order.
  package let lanes: [String]
  private let configuration: Configuration
  private let hash: String

  package init(_ configuration: Configuration, hash: String) {
    self.configuration = configuration
    self.hash = hash
    lanes = configuration.scanners.map(\.lane)
  }

  /// The lane that reads this device; nil where it is none of ours.
  ///
  /// With `scanners:` those devices that an entry names; without, each that a udev rule marked, its lane named by its
  /// own serial number, else by the socket, so that a scanner replaced in the same socket keeps its lane.
  package func assignment(for device: ScannerDevice) -> Assignment? {
    if configuration.scanners.isEmpty {
      guard device.mark == .wedge else { return nil }
      let settings = ScannerSettings(lane: device.serial ?? device.socket ?? device.devnode)
      return Assignment(settings)
    }
    return configuration.scanners.first { $0.match?.fits(device) ?? false }.map(Assignment.init)
  }

  package func rules(lane: String) -> LaneRules {
    let settings = configuration.scanners.first { $0.lane == lane }
    return LaneRules(
      station: configuration.station.name, lane: lane,
      extraction: settings?.extraction ?? Extraction(alphabet: configuration.gate.alphabet), gate: configuration.gate,
      passTime: configuration.screen.passTime, configuration: hash)
  }
}

extension Assignment {
  fileprivate init(_ settings: ScannerSettings) {
    self.init(
      lane: settings.lane, layout: settings.layout, terminator: settings.terminator, grab: settings.grab)
  }
}

extension ScannerDevice {
  /// The socket alone: `ID_PATH` of an input node ends in the USB interface, `pci-0000:00:14.0-usb-0:3:1.0`.
  fileprivate var socket: String? {
    guard let port, let usb = port.ranges(of: "usb-").last else { return port }
    let parts = port[usb.upperBound...].split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 3 ? String(port.dropLast(parts[2].count + 1)) : port
  }
}

extension ScannerMatch {
  fileprivate func fits(_ device: ScannerDevice) -> Bool {
    switch property {
    case .serial: device.serial == value
    case .port: device.port == value || device.socket == value
    case .model: device.model == value || device.name == value
    }
  }
}
