import Glibc
import Synchronization

/// The terminal that the screen has to itself for a while.
///
/// It uses the alternate screen, shows no cursor and echoes nothing where no scan is typed here. Ctrl-S, Ctrl-Z and
/// Ctrl-\ do nothing: each would leave a frame standing that is no longer true. All of it is given back on `restore`.
package final class Terminal: Display {
  package let traits: TerminalTraits
  private let descriptor: Int32
  private let isTypedOn: Bool
  /// The modes as they were found; nil while the terminal is not ours. Who holds the lock may write.
  private let found = Mutex<termios?>(nil)
  private let isLeaving = Atomic(false)

  private static let enter = "\u{1B}[?1049h\u{1B}[2J"
  private static let hideCursor = "\u{1B}[?25l"
  // The Linux console has no alternate screen: there the clearing does it.
  private static let leave = Array("\u{1B}[0m\u{1B}[r\u{1B}[2J\u{1B}[H\u{1B}[?25h\u{1B}[?1049l".utf8)
  /// `_POSIX_VDISABLE` on Linux.
  private static let noKey: UInt8 = 0
  /// How long a terminal may take nothing before a frame is given up, in milliseconds.
  private static let patience: Int32 = 250

  /// - Parameter isTypedOn: whether scans are typed here, a line at a time, and echoed.
  package init(descriptor: Int32 = STDOUT_FILENO, traits: TerminalTraits = .ofThisProcess, isTypedOn: Bool) {
    // Opened anew, because not to block would else hold for the shell behind us too.
    self.descriptor = open("/proc/self/fd/\(descriptor)", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    self.traits = traits
    self.isTypedOn = isTypedOn
  }

  deinit {
    restore()
    close(descriptor)
  }

  /// Whether a screen can be shown there at all: a terminal, and one whose cursor can be placed.
  package static func isScreen(_ descriptor: Int32, traits: TerminalTraits = .ofThisProcess) -> Bool {
    isatty(descriptor) == 1 && traits.hasScreen
  }

  /// How many columns a line has there; nil: it is no terminal.
  package static func width(of descriptor: Int32) -> Int? {
    isatty(descriptor) == 1 ? size(of: descriptor).width : nil
  }

  /// In columns and rows; 80×24 where the terminal does not know, as on a serial line.
  package var size: (width: Int, height: Int) { Self.size(of: descriptor) }

  private static func size(of descriptor: Int32) -> (width: Int, height: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Takes the terminal; does nothing where there is none.
  package func take() {
    found.withLock { found in
      var modes = termios()
      guard found == nil, tcgetattr(descriptor, &modes) == 0 else { return }
      found = modes
      modes.c_iflag &= ~tcflag_t(IXON)
      if !isTypedOn { modes.c_lflag &= ~tcflag_t(ECHO) }
      withUnsafeMutableBytes(of: &modes.c_cc) { keys in
        keys[Int(VSUSP)] = Self.noKey
        keys[Int(VQUIT)] = Self.noKey
      }
      tcsetattr(descriptor, TCSANOW, &modes)
      put(Array((Self.enter + (isTypedOn ? "" : Self.hideCursor)).utf8))
    }
  }

  /// Writes to the terminal while it is ours.
  /// - Returns: false where it took nothing for too long, and the rest was given up.
  @discardableResult
  package func write(_ text: String) -> Bool {
    write(Array(text.utf8))
  }

  /// The same of bytes, which need not end with a character.
  func write(_ bytes: [UInt8]) -> Bool {
    found.withLock { $0 == nil || put(bytes) }
  }

  /// Gives the terminal back as it was, from any thread and at any time; does nothing where it is not taken.
  ///
  /// What was typed and not read is thrown away: a shell would run a scanned code as a command.
  package func restore() {
    isLeaving.store(true, ordering: .relaxed)
    found.withLock { found in
      guard var modes = found else { return }
      found = nil
      tcflush(descriptor, TCIFLUSH)
      tcsetattr(descriptor, TCSANOW, &modes)
      // What a stuck terminal has not taken by now is in the way of the one thing that still matters.
      if !put(Self.leave, isLast: true) {
        tcflush(descriptor, TCOFLUSH)
        put(Self.leave, isLast: true)
      }
    }
  }

  @discardableResult
  private func put(_ bytes: [UInt8], isLast: Bool = false) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty, isLast || !isLeaving.load(ordering: .relaxed) {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var poller = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if poll(&poller, 1, Self.patience) == 0 { return false }
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

extension TerminalTraits {
  package static var ofThisProcess: TerminalTraits {
    TerminalTraits { name in getenv(name).map { String(cString: $0) } }
  }
}
