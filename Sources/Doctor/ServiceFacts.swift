import Scanning

/// The agent as a service of systemd.
package struct ServiceFacts: Hashable, Sendable {
  /// nil: no systemd to ask.
  private let units: SystemdUnits?

  package init(_ units: SystemdUnits?) {
    self.units = units
  }

  package var check: Check {
    let name = SystemdUnits.service
    guard let units else { return .skipped("service", "no systemd answers here") }
    guard units.isInstalled(name) else {
      return .warning("service", "scangate is not installed as a service", next: "sudo config/install")
    }
    let unit = units[name]
    guard units.isActive(name) else {
      let result = unit["Result"].map { $0 == "success" ? "" : " (\($0))" } ?? ""
      let state = unit["ActiveState"] ?? "unknown"
      return state == "failed"
        ? .trouble("service", "failed\(result.escaped())", next: "journalctl -u scangate -n 50")
        : .trouble("service", "\(state.escaped()), not running", next: "sudo systemctl enable --now scangate")
    }
    guard units.isEnabled(name) else {
      return .warning("service", "runs, and does not come back after a boot", next: "sudo systemctl enable scangate")
    }
    let restarts = unit["NRestarts"].map { $0 == "0" ? "" : ", restarted \($0.escaped()) times" } ?? ""
    let status = unit["StatusText"].map { $0.isEmpty ? "" : ": \($0.escaped())" } ?? ""
    return .ok("service", "runs\(restarts)\(status)")
  }
}
