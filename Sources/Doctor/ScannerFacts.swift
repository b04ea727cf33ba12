package import Devices
import Scanning

/// One lane's scanner as it is plugged in now.
package struct ScannerFacts: Sendable {
  package var lane: String
  package var title: String
  package var devnode: String
  /// nil: the node went while we looked.
  package var rights: NodeRights?
  /// Whether a rule knows it, and should have given it to the service.
  package var isMarked = true
  package var holders: [NodeHolder] = []
  /// The service runs, and would be among the holders if it had opened it.
  package var isServiceSeen = false
  /// Other devices that fit the same lane.
  package var rivals: [String] = []
  /// The layout that its keys are read by; nil: it types none.
  package var layout: String?
  /// Whether the configuration names that layout, as the lines of `identify` do.
  package var isLayoutGiven = false

  package init(lane: String, title: String, devnode: String, rights: NodeRights?) {
    self.lane = lane
    self.title = title
    self.devnode = devnode
    self.rights = rights
  }

  package var checks: [Check] { [presence, layoutCheck].compactMap(\.self) }

  private var name: String { "lane \(lane.escaped()): \(title.escaped(limit: 60))" }

  private var presence: Check {
    if !rivals.isEmpty {
      let others = rivals.map { $0.escaped(limit: 60) }.joined(separator: ", ")
      return .trouble(
        "scanner", "\(name) and \(others) both fit: unplug one, or name each by port", next: "scangate devices")
    }
    if let obstacle = rights.map(\.obstacle) ?? "is gone" {
      let next =
        isMarked ? "sudo udevadm control --reload && sudo udevadm trigger" : "scangate devices --rule \(devnode)"
      return .trouble("scanner", "\(name): \(devnode) \(obstacle)", next: next)
    }
    let told = holders.map(\.description).joined(separator: ", ")
    if holders.contains(where: \.isAgent) { return .ok("scanner", "\(name), \(devnode), held by \(told)") }
    return switch (holders.isEmpty, isServiceSeen) {
    case (true, false): .ok("scanner", "\(name), \(devnode), readable, nobody known to hold it")
    case (true, true):
      .trouble(
        "scanner", "\(name): the service runs and has not opened \(devnode)", next: "journalctl -u scangate -n 50")
    case (false, true):
      .trouble(
        "scanner", "\(name): \(told) has \(devnode) open, and not the service", next: "sudo fuser -v \(devnode)")
    case (false, false):
      .warning(
        "scanner", "\(name), \(devnode), open in \(told): its scans may be typed there",
        next: "sudo fuser -v \(devnode)")
    }
  }

  private var layoutCheck: Check? {
    guard let layout else { return nil }
    return isLayoutGiven
      ? .ok("layout", "lane \(lane.escaped()): \(layout), as the configuration says")
      : .warning(
        "layout", "lane \(lane.escaped()): \(layout) by default, never checked: another one types other characters",
        next: "scangate identify")
  }
}

extension NodeHolder {
  /// It is the station's own agent, by its name.
  var isAgent: Bool { command == "scangate" }
}
