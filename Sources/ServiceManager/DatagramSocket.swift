internal import Glibc

/// Our end of a Unix datagram socket, by which the service manager and its journal are told things.
final class DatagramSocket: Sendable {
  /// What became of a datagram.
  enum Outcome: Hashable {
    case sent
    /// Its reader has not read those before.
    case readerIsBehind
    /// Nobody listens there, or it is more than the socket takes at once.
    case refused
  }

  private let descriptor: CInt
  private let address: sockaddr_un
  private let addressLength: socklen_t

  /// - Parameters:
  ///   - address: a path, or a name of the abstract namespace, which begins with `@`.
  ///   - patience: how long a `send` waits for a reader that is behind; nil: not at all.
  /// - Returns: nil where the address is none, or there are no descriptors left.
  init?(to address: String, patience: Duration? = nil) {
    guard let (address, length) = Self.socketAddress(address) else { return nil }
    (self.address, addressLength) = (address, length)
    let flags = CInt(SOCK_CLOEXEC.rawValue) | (patience == nil ? CInt(SOCK_NONBLOCK.rawValue) : 0)
    descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | flags, 0)
    if descriptor < 0 { return nil }
    guard let patience else { return }
    let (seconds, attoseconds) = patience.components
    var limit = timeval(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit {
    close(descriptor)
  }

  /// Sends one datagram; from any thread.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Outcome {
    var address = address
    return withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        while true {
          if sendto(descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL), address, addressLength) >= 0 { return .sent }
          switch errno {
          case EINTR: continue
          case EAGAIN: return .readerIsBehind
          default: return .refused
          }
        }
      }
    }
  }

  private static func socketAddress(_ text: String) -> (sockaddr_un, socklen_t)? {
    var name = Array(text.utf8)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // A path ends with a zero, an abstract name begins with one.
    switch name.first {
    case UInt8(ascii: "/"): name.append(0)
    case UInt8(ascii: "@"): name[0] = 0
    default: return nil
    }
    guard name.count <= MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let offset = MemoryLayout<sockaddr_un>.size - MemoryLayout.size(ofValue: address.sun_path)
    return (address, socklen_t(offset + name.count))
  }
}
