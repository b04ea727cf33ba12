import Glibc
import Station

/// Standard output for what may be long: waits for its reader, and notices that there is none any more.
enum Printout {
  /// In columns; nil: it goes to no terminal.
  static var width: Int? { Terminal.width(of: STDOUT_FILENO) }

  /// Writes lines; false: nobody reads them.
  static func write(_ lines: [String], end: String = "\n") -> Bool {
    var rest = lines.map { $0 + end }.joined().utf8.map(\.self)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var poller = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&poller, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
