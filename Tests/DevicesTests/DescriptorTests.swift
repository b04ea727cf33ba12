import Devices
import Glibc
import Testing

@Suite("A descriptor")
struct DescriptorTests {
  @Test("that takes long to close does not stall the thread that lets go of it")
  func slowToClose() throws {
    let (near, far) = try Self.connection()
    // With bytes that the far end never reads, closing waits for as long as this.
    var patience = linger(l_onoff: 1, l_linger: 30)
    setsockopt(near, SOL_SOCKET, SO_LINGER, &patience, socklen_t(MemoryLayout.size(ofValue: patience)))
    let chunk = [UInt8](repeating: 0, count: 1 << 16)
    while write(near, chunk, chunk.count) > 0 {}

    let clock = ContinuousClock()
    let before = clock.now
    do {
      _ = Descriptor(taking: near)
    }
    #expect(clock.now - before < .seconds(5))
    // Unread bytes at the far end reset the connection, and the near end's closing returns.
    close(far)
    Descriptor.awaitClosing()
  }

  /// Both ends of a TCP connection on loopback; the near one never waits to write.
  private static func connection() throws -> (near: CInt, far: CInt) {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var size = socklen_t(MemoryLayout.size(ofValue: address))
    let near = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    try withUnsafeMutableBytes(of: &address) { bytes in
      let address = try #require(bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self))
      try #require(bind(listener, address, size) == 0 && listen(listener, 1) == 0)
      try #require(getsockname(listener, address, &size) == 0)
      try #require(connect(near, address, size) == 0)
    }
    let far = accept(listener, nil, nil)
    try #require(far >= 0)
    try #require(fcntl(near, F_SETFL, O_NONBLOCK) == 0)
    return (near, far)
  }
}
