import Foundation
import Glibc
import Testing

/// A datagram socket of the test's own, at a path or under an abstract name, and what comes to it.
final class DatagramReader {
  /// As `NOTIFY_SOCKET` has it.
  let address: String
  private let descriptor: CInt

  init(isAbstract: Bool = false) throws {
    let name = "scangate-\(UUID().uuidString)"
    self.address = isAbstract ? "@" + name : FileManager.default.temporaryDirectory.appending(path: name).path
    descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = isAbstract ? [0] + Array(name.utf8) : Array(self.address.utf8) + [0]
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
    let outcome = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    try #require(outcome == 0)
    // A test that waits for what never comes fails, and hangs nobody.
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(descriptor)
    unlink(address)
  }

  /// The next datagram.
  func next() throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    try #require(count >= 0, "nothing came")
    return Array(bytes[..<count])
  }

  func nextText() throws -> String {
    String(decoding: try next(), as: UTF8.self)
  }
}
