import Scanning

/// Programs that may take a scanner's keys or a light's port: the login on the console, ModemManager, brltty.
package struct IntruderFacts: Hashable, Sendable {
  package var hasLogin = false
  /// The operator's screen has the console, or is to have it after the next boot.
  package var hasScreen = false
  package var hasModemManager = false
  package var hasBrltty = false
  /// The station's serial ports that no rule keeps ModemManager away from.
  package var openPorts: [String] = []

  package init() {}

  package var checks: [Check] { [login, modemManager, brltty] }

  private var login: Check {
    guard hasLogin else { return .ok("console", "no login on tty1 that a scan could be typed into") }
    return hasScreen
      ? .trouble(
        "console", "a login and the operator's screen share tty1", next: "sudo systemctl disable --now getty@tty1")
      : .warning(
        "console", "a login runs on tty1: while the agent does not, scans are typed into it",
        next: "sudo systemctl disable --now getty@tty1")
  }

  private var modemManager: Check {
    guard hasModemManager else { return .ok("ModemManager", "does not run") }
    return openPorts.isEmpty
      ? .ok("ModemManager", "runs, and is kept from our ports")
      : .trouble(
        "ModemManager", "runs, and may type into \(ports): mark it in /etc/udev/rules.d, or",
        next: "sudo systemctl disable --now ModemManager")
  }

  private var brltty: Check {
    guard hasBrltty else { return .ok("brltty", "does not run") }
    return openPorts.isEmpty
      ? .ok("brltty", "runs, and is kept from our ports")
      : .trouble("brltty", "runs, and may take \(ports) for a braille display", next: "sudo apt remove brltty")
  }

  private var ports: String { openPorts.map { $0.escaped() }.joined(separator: ", ") }
}

extension IntruderFacts {
  /// - Parameter ports: the station's serial ports.
  package init(units: SystemdUnits?, running: [RunningProcess], ports: [String], sparedPorts: [String]) {
    func runs(_ name: String) -> Bool { running.contains { $0.name == name } }
    hasLogin =
      units?.isActive(SystemdUnits.login) == true
      || running.contains { ["agetty", "getty", "login"].contains($0.name) && $0.isOnFirstConsole }
    hasScreen = units.map { $0.isActive(SystemdUnits.screen) || $0.isEnabled(SystemdUnits.screen) } ?? false
    hasModemManager = runs("ModemManager")
    hasBrltty = runs("brltty")
    openPorts = ports.filter { !sparedPorts.contains($0) }
  }
}
