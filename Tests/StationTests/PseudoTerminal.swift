import CLinuxInput
import Glibc
import Testing

/// A pair of pseudo-terminal ends: the screen has the one, the test reads the other.
final class PseudoTerminal {
  let master: Int32
  let slave: Int32

  init(width: Int = 80, height: Int = 24) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    try #require(openpty(&master, &slave, nil, nil, nil) == 0)
    (self.master, self.slave) = (master, slave)
    resize(width: width, height: height)
  }

  deinit {
    close(slave)
    close(master)
  }

  func resize(width: Int, height: Int) {
    var size = winsize(ws_row: UInt16(height), ws_col: UInt16(width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  var modes: termios {
    var modes = termios()
    tcgetattr(slave, &modes)
    return modes
  }

  /// As the person at the terminal.
  func type(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// As another program on the terminal.
  func print(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(slave, $0.baseAddress, $0.count) }
  }

  /// Prints until the kernel keeps no byte more.
  func fill() {
    let flags = fcntl(slave, F_GETFL)
    _ = fcntl(slave, F_SETFL, flags | O_NONBLOCK)
    while write(slave, ".", 1) == 1 {}
    _ = fcntl(slave, F_SETFL, flags)
  }

  /// All that arrives up to and with `end`; five seconds without a byte are a failure.
  func read(to end: String) throws -> String {
    var bytes: [UInt8] = []
    while !String(decoding: bytes, as: UTF8.self).contains(end) {
      var poller = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      try #require(poll(&poller, 1, 5000) == 1, "no \(end.debugDescription) in \(bytes.count) bytes")
      var buffer = [UInt8](repeating: 0, count: 65536)
      let count = Glibc.read(master, &buffer, buffer.count)
      try #require(count > 0)
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
