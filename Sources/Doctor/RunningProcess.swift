internal import FoundationEssentials
import Settings

/// A process of this machine.
package struct RunningProcess: Hashable, Sendable {
  /// As the kernel has it: up to 15 bytes.
  package var name: String
  /// Whether it sits on `tty1`.
  package var isOnFirstConsole: Bool

  package init(name: String, isOnFirstConsole: Bool = false) {
    self.name = name
    self.isOnFirstConsole = isOnFirstConsole
  }

  /// From a line of `/proc/PID/stat` (proc_pid_stat(5)): the name stands in brackets and may hold some itself.
  package init?(parsing line: String) {
    guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")"), open < close else { return nil }
    let fields = line[line.index(after: close)...].split(separator: " ")
    // State, parent, group, session, then the terminal: major 4, minor 1.
    guard fields.count > 4 else { return nil }
    self.init(name: String(line[line.index(after: open)..<close]), isOnFirstConsole: fields[4] == "\(4 << 8 | 1)")
  }

  /// All that run now, whosever they are.
  static func all() -> [RunningProcess] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.filter { UInt32($0) != nil }.compactMap { pid in
      (try? TextFile(at: "/proc/\(pid)/stat")).flatMap { RunningProcess(parsing: $0.text) }
    }
  }
}
