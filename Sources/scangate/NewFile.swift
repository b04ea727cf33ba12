import Glibc

/// A file that does not exist yet, and then is there whole or not at all.
struct NewFile {
  let path: String

  init(_ path: String) throws(Problem) {
    self.path = path
    if access(path, F_OK) == 0 { throw Self.failure(path, EEXIST) }
  }

  func write(_ text: String) throws(Problem) {
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    defer { unlink(draft) }
    let written = Self.write(text, to: descriptor) && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard written else { throw Self.failure(path, code) }
    // Unlike `rename`, it takes no other file's place.
    guard link(draft, path) == 0 else { throw Self.failure(path, errno) }
  }

  private static func write(_ text: String, to descriptor: CInt) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest.removeFirst(count)
    }
    return true
  }

  private static func failure(_ path: String, _ code: CInt) -> Problem {
    .failure("cannot write \(path): \(String(cString: strerror(code))); give another name")
  }
}
