import Glibc

/// A socket's path as the kernel takes it.
struct AgentAddress {
  let path: String
  private var address = sockaddr_un()

  init(_ path: String) throws(AgentSocketError) {
    self.path = path
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path) - 1
    guard path.utf8.count <= room else { throw .tooLong(path: path) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
  }

  /// A socket that does not block and that child processes do not get.
  func newSocket() throws(AgentSocketError) -> CInt {
    let number = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard number >= 0 else { throw .system(operation: "open a socket for", path: path, code: errno) }
    return number
  }

  /// - Returns: 0, or the error.
  func bind(_ number: CInt) -> CInt { call { Glibc.bind(number, $0, $1) } }

  /// - Returns: 0, or the error; `EAGAIN` where somebody serves it and is behind.
  func connect(_ number: CInt) -> CInt { call { Glibc.connect(number, $0, $1) } }

  private func call(_ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt) -> CInt {
    let outcome = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    return outcome == 0 ? 0 : errno
  }
}

/// The process at the other end of a connected socket, as the kernel vouches for it (`SO_PEERCRED`); nil if it does not.
func peer(of number: CInt) -> pid_t? {
  // `struct ucred`, which is hidden from Swift: process, user, group.
  var credentials: [pid_t] = [0, 0, 0]
  var size = socklen_t(MemoryLayout<pid_t>.size * credentials.count)
  guard getsockopt(number, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0, credentials[0] > 0 else { return nil }
  return credentials[0]
}
