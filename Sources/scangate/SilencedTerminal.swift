import Glibc

/// The terminal while scanners type into it too: it shows none of it, and throws it away at the end; a shell would run a
/// scanned code as a command. Ctrl-C ends the command; Ctrl-Z and Ctrl-\, which a scanned code may have in it too, do
/// nothing: they would leave the terminal silent.
struct SilencedTerminal {
  /// nil: standard input is none.
  private let found: termios?

  init() {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else {
      found = nil
      return
    }
    found = modes
    modes.c_lflag &= ~tcflag_t(ECHO)
    // 0, `_POSIX_VDISABLE`: no key.
    withUnsafeMutableBytes(of: &modes.c_cc) { keys in
      for key in [VSUSP, VQUIT] { keys[Int(key)] = 0 }
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
  }

  /// Gives it back as it was.
  func restore() {
    guard var modes = found else { return }
    tcflush(STDIN_FILENO, TCIFLUSH)
    tcsetattr(STDIN_FILENO, TCSANOW, &modes)
  }
}
