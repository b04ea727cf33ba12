import Glibc
import SystemPackage

/// A program at the agent's socket.
struct SocketCaller {
  let says: WritingEnd
  let hears: Transcript

  init(to path: String) throws {
    let number = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let outcome = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard outcome == 0 else { throw Errno(rawValue: errno) }
    let end = FileDescriptor(rawValue: number)
    says = WritingEnd(end)
    hears = Transcript(of: try end.duplicate())
  }

  /// Goes away.
  func hangUp() {
    says.write("}\n")
    says.close()
  }
}
