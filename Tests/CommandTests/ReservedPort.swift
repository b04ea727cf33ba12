import Glibc
import SystemPackage

/// A port of this machine that nobody listens on, kept from everyone else until it is released.
final class ReservedPort {
  let number: Int
  private var descriptor: Int32

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let outcome = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 ? getsockname(descriptor, address, &length) : -1
      }
    }
    guard outcome == 0 else { throw Errno(rawValue: errno) }
    self.descriptor = descriptor
    number = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit {
    release()
  }

  /// From now on somebody else can listen there.
  func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  var url: String { "http://127.0.0.1:\(number)" }
}
