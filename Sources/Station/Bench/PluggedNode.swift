package import Devices
package import Settings

/// A node that is plugged in, with what the configuration makes of it and whether we can have it.
package struct PluggedNode: Sendable {
  /// Why a lane has it.
  package enum Claim: Hashable, Sendable {
    /// A udev rule marked it, and the configuration names no scanners.
    case mark
    /// An entry of `scanners:`, counted from 1, names it by this property.
    case entry(Int, ScannerMatch.Property)
  }

  package let device: ScannerDevice
  package let lane: String?
  let claim: Claim?
  /// What it is to its lane.
  package let part: NodePart?
  /// Other devices that fit the same lane.
  package let rivals: [ScannerDevice]
  /// Why we may not read it.
  let rightsError: DeviceError?
  /// Who has it open.
  package let holders: [NodeHolder]

  /// Whether its lane can read it.
  package var isUsable: Bool {
    part == .feeds && rightsError == nil
  }

  /// Whether scans come through it for certain, or may: a keyboard that has no plug is none.
  package var mayBeScanner: Bool {
    device.types && (lane != nil || device.isMarked || device.transport != .wedge || device.usbID != nil)
  }
}

extension PluggedNode {
  /// All that is plugged in, by this configuration.
  ///
  /// - Parameters:
  ///   - rights: Why a device cannot be read.
  ///   - holders: Who has a node open.
  package static func all(
    of devices: [ScannerDevice], by configuration: Configuration,
    rights: (ScannerDevice) -> DeviceError? = \.rightsError,
    holders: (ScannerDevice) -> [NodeHolder] = { NodeHolder.all(of: $0.devnode) }
  ) -> [PluggedNode] {
    let plan = LanePlan(configuration)
    let lanes = devices.map { plan.assignment(for: $0)?.lane }
    return zip(devices, lanes).map { device, lane in
      let fitting = lane == nil ? [] : zip(devices, lanes).filter { $1 == lane }.map(\.0)
      return PluggedNode(
        device: device, lane: lane, claim: lane.flatMap { claim(of: $0, in: configuration) },
        part: lane.map { _ in NodePart(of: device, among: fitting) },
        rivals: fitting.filter { $0.plug != device.plug && $0.types }, rightsError: rights(device),
        holders: holders(device))
    }
  }

  private static func claim(of lane: String, in configuration: Configuration) -> Claim? {
    guard let index = configuration.scanners.firstIndex(where: { $0.lane == lane }) else { return .mark }
    return configuration.scanners[index].match.map { .entry(index + 1, $0.property) }
  }
}
