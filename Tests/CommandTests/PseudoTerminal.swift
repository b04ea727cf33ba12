import Glibc
import Subprocess
import SystemPackage

/// A terminal for the program: what it shows, and the keys that are pressed there.
final class PseudoTerminal {
  /// The program's end.
  let line: FileDescriptor
  let keys: WritingEnd
  let shown: Transcript

  init(width: UInt16 = 80, height: UInt16 = 24) throws {
    var (person, line): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&person, &line, nil, nil, &size) == 0 else { throw Errno(rawValue: errno) }
    self.line = FileDescriptor(rawValue: line)
    let end = FileDescriptor(rawValue: person)
    keys = WritingEnd(end)
    shown = Transcript(of: try end.duplicate())
  }

  deinit {
    try? line.close()
  }

  /// How it treats what is typed and printed: `c_iflag`, `c_oflag`, `c_cflag`, `c_lflag`, then every control key.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(line.rawValue, &modes)
    let keys = withUnsafeBytes(of: modes.c_cc) { $0.map(UInt32.init) }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + keys
  }
}

extension Program {
  func use(on terminal: PseudoTerminal, _ body: (RunningProgram.Child) async throws -> Void) async throws -> Ending {
    try await use(on: terminal.line, body)
  }
}
