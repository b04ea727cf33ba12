import Glibc

/// A listening socket whose queue is full: the kernel drops every further attempt to connect.
struct FullBacklog {
  let port: Int
  private let descriptors: [CInt]

  init() throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var descriptors = [listener]
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = bind(listener, address, length)
        _ = listen(listener, 0)
        _ = getsockname(listener, address, &length)
        for _ in 0..<4 {
          let filler = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue), 0)
          _ = connect(filler, address, length)
          descriptors.append(filler)
        }
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    self.descriptors = descriptors
  }

  func close() {
    for descriptor in descriptors { _ = Glibc.close(descriptor) }
  }
}
