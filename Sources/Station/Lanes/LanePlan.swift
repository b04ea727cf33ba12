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
  /// Its scanners, those of the stricter match first.
  private let scanners: [ScannerSettings]

  package var station: String { configuration.station.name }

  /// - Parameter hash: what verdicts name the configuration by; of no matter where none is given.
  package init(_ configuration: Configuration, hash: String = "") {
    self.configuration = configuration
    self.hash = hash
    lanes = configuration.scanners.map(\.lane)
    scanners = ScannerMatch.Property.allCases.flatMap { property in
      configuration.scanners.filter { $0.match?.property == property }
    }
  }

  /// The lane that reads this device; nil where it is none of ours.
  ///
  /// With `scanners:` those devices that an entry names: a serial number before a port before a model. Without, each
  /// that a udev rule marked as what it speaks, its lane named by its own serial number, else by the socket, so that a
  /// scanner replaced in the same socket keeps its lane.
  package func assignment(for device: ScannerDevice) -> Assignment? {
    if scanners.isEmpty {
      guard device.isMarked else { return nil }
      return Assignment(ScannerSettings(lane: device.ownLane ?? device.devnode))
    }
    return scanners.first { $0.match?.fits(device) ?? false }.map(Assignment.init)
  }

  /// Whether a scan can reach a lane of this name: one of this configuration, any where that names none, or standard
  /// input's.
  func hasLane(_ name: String) -> Bool {
    lanes.isEmpty || lanes.contains(name) || name == Configuration.inputLane
  }

  /// Whether the lane is still one of this configuration, or, where that names none, may come again.
  func includes(_ sighting: Sighting) -> Bool {
    lanes.isEmpty ? sighting.lane == sighting.serial ?? sighting.socket : lanes.contains(sighting.lane)
  }

  /// Whether the lane is of a socket, and has whatever scanner is plugged in there.
  func isOfSocket(_ sighting: Sighting) -> Bool {
    if lanes.isEmpty { return sighting.lane == sighting.socket }
    return scanners.first { $0.lane == sighting.lane }?.match?.property == .port
  }

  package func rules(lane: String) -> LaneRules {
    let settings = configuration.scanners.first { $0.lane == lane }
    return LaneRules(
      station: configuration.station.name, lane: lane,
      extraction: settings?.extraction ?? Extraction(alphabet: configuration.gate.alphabet), gate: configuration.gate,
      passTime: configuration.screen.passTime, configuration: hash,
      needsRecord: configuration.journal.isRequired)
  }
}

extension ScannerDevice {
  /// The lane that it has without `scanners:`. One that calls itself as the lane of standard input goes by its socket.
  fileprivate var ownLane: String? {
    serial == Configuration.inputLane ? socket : serial ?? socket
  }
}

extension Assignment {
  fileprivate init(_ settings: ScannerSettings) {
    self.init(
      lane: settings.lane, layout: settings.layout, terminator: settings.terminator, grab: settings.grab)
  }
}
