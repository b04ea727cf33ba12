internal import Glibc

/// What systemd says of some units.
package struct SystemdUnits: Hashable, Sendable {
  /// One unit's properties, as `systemctl show` names them: `ActiveState`, `UnitFileState`.
  package typealias Properties = [String: String]

  private let units: [String: Properties]

  /// - Parameter text: of `systemctl show`: lines `KEY=VALUE`, an empty one between two units.
  package init(parsing text: String) {
    var units: [String: Properties] = [:]
    var unit: Properties = [:]
    for line in (text + "\n\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if let mark = line.firstIndex(of: "=") {
        unit[String(line[..<mark])] = String(line[line.index(after: mark)...])
      } else if let name = unit["Id"] {
        units[name] = unit
        unit = [:]
      }
    }
    self.units = units
  }

  package subscript(unit: String) -> Properties { units[unit] ?? [:] }

  package func isActive(_ unit: String) -> Bool { self[unit]["ActiveState"] == "active" }

  /// Comes with each boot.
  package func isEnabled(_ unit: String) -> Bool { self[unit]["UnitFileState"] == "enabled" }

  /// It runs, and we may see what it has open: whose user runs it may, and root.
  package func isSeen(_ unit: String) -> Bool {
    guard let pid = self[unit]["MainPID"], pid != "0" else { return false }
    // The kernel asks for the same right as for its descriptors.
    var target: CChar = 0
    return readlink("/proc/\(pid)/exe", &target, 1) >= 0
  }

  package func isInstalled(_ unit: String) -> Bool { self[unit]["LoadState"] == "loaded" }
}

extension SystemdUnits {
  package static let service = "scangate.service"
  static let screen = "scangate-screen.service"
  static let login = "getty@tty1.service"
  static let modemManager = "ModemManager.service"
  static let brltty = "brltty.service"

  /// Asks systemd, within 3 s; nil: this machine runs none, or it does not answer.
  static func asked() -> SystemdUnits? {
    guard access("/run/systemd/system", F_OK) == 0 else { return nil }
    let units = [service, screen, login, modemManager, brltty].joined(separator: " ")
    let properties = "Id,LoadState,ActiveState,SubState,UnitFileState,Result,MainPID,NRestarts,StatusText"
    guard let pipe = popen("exec timeout 3 systemctl show --property=\(properties) \(units) 2>/dev/null", "r") else {
      return nil
    }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&chunk, 1, chunk.count, pipe), count > 0 { bytes += chunk[..<count] }
    return bytes.isEmpty ? nil : SystemdUnits(parsing: String(decoding: bytes, as: UTF8.self))
  }
}
