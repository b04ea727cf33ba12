import Glibc
import Testing

/// A file that another process has open, as long as this value lives.
final class OpenFile {
  let path: String
  /// The process: `sleep`.
  let pid: pid_t

  init() throws {
    var template = Array("/tmp/scangate-node-XXXXXX".utf8CString)
    // Not closed in the child: that is the point.
    let file = mkstemp(&template)
    try #require(file >= 0)
    defer { close(file) }
    path = try #require(String(validating: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    var pid = pid_t()
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("60"), nil]
    defer { for argument in arguments { free(argument) } }
    try #require(posix_spawnp(&pid, "sleep", nil, nil, &arguments, environ) == 0)
    self.pid = pid
  }

  deinit {
    kill(pid, SIGKILL)
    waitpid(pid, nil, 0)
    unlink(path)
  }
}
