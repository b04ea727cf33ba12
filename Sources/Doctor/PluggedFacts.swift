package import Devices
import Scanning
import Settings
import Station

/// All scanners that are plugged in or should be.
package struct PluggedFacts: Sendable {
  package var scanners: [ScannerFacts]
  /// Lanes of the configuration that nothing is plugged in for.
  package var emptyLanes: [String] = []
  /// In a mode that cannot be read.
  package var silent: [SilentScanner] = []
  /// udev could not be asked.
  package var error: DeviceError?

  package init(scanners: [ScannerFacts]) {
    self.scanners = scanners
  }

  package var checks: [Check] {
    if let error {
      return [.trouble("scanner", "\(error)", next: "scangate devices")]
    }
    let found = scanners.flatMap(\.checks) + emptyLanes.map(check) + silent.map(check)
    return found.isEmpty
      ? [.trouble("scanner", "none is plugged in that a rule or the configuration knows", next: "scangate identify")]
      : found
  }

  private func check(emptyLane lane: String) -> Check {
    .trouble("scanner", "lane \(lane.escaped()): its scanner is not plugged in", next: "scangate devices")
  }

  private func check(silent scanner: SilentScanner) -> Check {
    .trouble(
      "scanner",
      "\((scanner.name ?? "one").escaped(limit: 60)) speaks \(scanner.mode.escaped(limit: 60)), which cannot be read",
      next: "scan the setup code `USB keyboard` of its manual")
  }
}

extension PluggedFacts {
  /// Asks udev and the kernel; opens nothing.
  ///
  /// - Parameter isServiceSeen: the service runs, and we may see what it has open.
  init(_ configuration: Configuration, givenLayouts: Set<String>, isServiceSeen: Bool) {
    self.init(scanners: [])
    do throws(DeviceError) {
      let context = try UdevContext()
      let devices = try context.nodes(onlyReady: false)
      let nodes = PluggedNode.all(of: devices, by: configuration)
      // A lane with rivals has no node that feeds it: one of them tells of all.
      var told: Set<String> = []
      for node in nodes where node.part == .feeds || !node.rivals.isEmpty && node.device.types {
        guard let lane = node.lane, node.rivals.isEmpty || told.insert(lane).inserted else { continue }
        scanners.append(ScannerFacts(node, lane: lane, configuration, givenLayouts))
      }
      for index in scanners.indices { scanners[index].isServiceSeen = isServiceSeen }
      emptyLanes = configuration.scanners.map(\.lane).filter { lane in !nodes.contains { $0.lane == lane } }
      silent = try context.silentScanners().filter { scanner in !devices.contains { $0.plug == scanner.plug } }
    } catch {
      self.error = error
    }
  }
}

extension ScannerFacts {
  fileprivate init(_ node: PluggedNode, lane: String, _ configuration: Configuration, _ givenLayouts: Set<String>) {
    let device = node.device
    self.init(
      lane: lane, title: device.title, devnode: device.devnode,
      rights: NodeRights(of: device.devnode, isWritten: device.transport == .cdc))
    isMarked = device.isMarked
    holders = node.holders
    rivals = node.rivals.map(\.title)
    guard device.transport == .wedge else { return }
    layout = (configuration.scanners.first { $0.lane == lane } ?? ScannerSettings(lane: lane)).layout.name
    isLayoutGiven = givenLayouts.contains(lane)
  }
}
