import FoundationEssentials
import Glibc
import SystemPackage
import Testing

/// A service manager's notify socket, and all that it is told.
final class NotifySocket {
  let path = FileManager.default.temporaryDirectory.appending(path: "notify-\(UUID().uuidString)").path
  let said: Transcript
  private let descriptor: Int32

  init() throws {
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    self.descriptor = descriptor
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { [path] in $0.copyBytes(from: path.utf8) }
    let outcome = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    said = Transcript(of: FileDescriptor(rawValue: descriptor))
    try #require(outcome == 0)
  }

  deinit {
    // Ends the reading; the reader closes.
    shutdown(descriptor, Int32(SHUT_RDWR))
    unlink(path)
  }

  /// What an agent is started with; `watchdog` in milliseconds.
  func environment(watchdog: Int) -> [String: String] {
    ["NOTIFY_SOCKET": path, "WATCHDOG_USEC": "\(watchdog * 1000)"]
  }
}
