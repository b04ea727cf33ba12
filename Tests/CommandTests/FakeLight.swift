import Glibc
import SystemPackage

/// A light at a pty: what it was sent, line by line, by a profile that sends words.
final class FakeLight {
  private let terminal: PseudoTerminal
  /// Its serial port.
  let path: String

  /// A light of the site's own, in a folder of its own.
  static let profile = """
    light: words
    written_as: text
    signals:
      ready: 'READY\\n'
      reading: 'DARK\\n'
      checking: 'CHECKING\\n'
      pass: 'PASS {serial}\\n'
      fail: 'FAIL\\n'
      no_verdict: 'NOVERDICT\\n'
      hold: 'HOLD\\n'
      scanner_lost: 'LOST\\n'
      stopping: 'SAFE\\n'
    """

  init() throws {
    terminal = try PseudoTerminal()
    path = ttyname(terminal.line.rawValue).map { String(cString: $0) } ?? ""
  }

  /// Waits for this line; those before it are passed over.
  func shows(_ line: String) async throws {
    _ = try await terminal.shown.line { $0 == line }
  }

  /// Waits for a line, and gives what came before it.
  func shown(until line: String) async throws -> [String] {
    var lines: [String] = []
    while lines.last != line { lines.append(try await terminal.shown.line { _ in true }) }
    return lines.dropLast()
  }

  /// All lines from here to the end, which this is: the light is pulled.
  func rest() async throws -> [String] {
    let mark = "the test's own end"
    _ = "\(mark)\n".withCString { write(terminal.line.rawValue, $0, strlen($0)) }
    return try await shown(until: mark)
  }

  /// Lets it be opened again: what a killed program claimed, the kernel keeps as long as the test's own end is open.
  func release() {
    _ = ioctl(terminal.line.rawValue, UInt(TIOCNXCL))
  }
}
