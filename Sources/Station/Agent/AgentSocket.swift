import Glibc

/// The local socket that the agent serves: for root and for the group of its folder, and gone when the agent ends.
package final class AgentSocket: Sendable {
  package let path: String
  /// What `poll` waits on.
  let number: CInt

  /// Takes the place of a socket whose agent is dead; that of a living one is `taken`.
  package init(at path: String) throws(AgentSocketError) {
    number = try Self.served(at: try AgentAddress(path))
    self.path = path
  }

  deinit {
    close(number)
    unlink(path)
  }

  /// The next who has connected; nil: nobody more.
  func accept(ring: @escaping @Sendable () -> Void) -> Caller? {
    let accepted = Glibc.accept(number, nil, nil)
    guard accepted >= 0 else { return nil }
    _ = fcntl(accepted, F_SETFL, O_NONBLOCK)
    _ = fcntl(accepted, F_SETFD, FD_CLOEXEC)
    return Caller(taking: accepted, ring: ring)
  }

  private static func served(at address: AgentAddress) throws(AgentSocketError) -> CInt {
    let number = try address.newSocket()
    do throws(AgentSocketError) {
      var code = address.bind(number)
      if code == EADDRINUSE {
        try removeDead(address)
        code = address.bind(number)
      }
      if code == 0, listen(number, 16) != 0 { code = errno }
      guard code == 0 else { throw .system(operation: "serve", path: address.path, code: code) }
    } catch {
      close(number)
      throw error
    }
    share(address.path)
    return number
  }

  private static func removeDead(_ address: AgentAddress) throws(AgentSocketError) {
    // A connection to a file that is no socket is refused too.
    var status = stat()
    guard lstat(address.path, &status) != 0 || status.st_mode & S_IFMT == S_IFSOCK else {
      throw .system(operation: "serve", path: address.path, code: EEXIST)
    }
    let caller = try address.newSocket()
    defer { close(caller) }
    switch address.connect(caller) {
    case ECONNREFUSED: unlink(address.path)
    case ENOENT: break
    case 0, EAGAIN: throw .taken(path: address.path, pid: peer(of: caller))
    case let code: throw .system(operation: "serve", path: address.path, code: code)
    }
  }

  /// Opens it to the group that its folder belongs to.
  private static func share(_ path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var status = stat()
    if stat(folder.isEmpty ? "/" : folder, &status) == 0 {
      // Who is not in that group keeps it: then it is for this user alone.
      _ = chown(path, uid_t.max, status.st_gid)
    }
    chmod(path, 0o660)
  }
}
