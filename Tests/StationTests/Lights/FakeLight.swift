import CLinuxInput
import Glibc
import Testing

/// The device at a light's serial port: a pty whose bytes the test reads, and answers as it likes.
final class FakeLight {
  /// The port's node.
  let path: String
  private let device: Int32
  /// Keeps the port up while nobody else has it open.
  private let port: Int32
  private var isUnplugged = false

  init() throws {
    var (device, port): (Int32, Int32) = (-1, -1)
    var path = [CChar](repeating: 0, count: 64)
    try #require(openpty(&device, &port, &path, nil, nil) == 0)
    (self.device, self.port) = (device, port)
    self.path = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    unplug()
    close(port)
  }

  /// The next bytes, as many as are awaited; twenty seconds without one are a failure.
  func read(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var poller = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
      try #require(poll(&poller, 1, 20_000) == 1, "only \(bytes.hexadecimal) came")
      var buffer = [UInt8](repeating: 0, count: count - bytes.count)
      let got = Glibc.read(device, &buffer, buffer.count)
      try #require(got > 0)
      bytes += buffer.prefix(got)
    }
    return bytes
  }

  /// The bytes that have come and were not read.
  func rest() -> [UInt8] {
    var bytes: [UInt8] = []
    var poller = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
    while poll(&poller, 1, 0) == 1 {
      var buffer = [UInt8](repeating: 0, count: 4096)
      let got = Glibc.read(device, &buffer, buffer.count)
      if got <= 0 { break }
      bytes += buffer.prefix(got)
    }
    return bytes
  }

  func answer(_ bytes: [UInt8]) {
    #expect(write(device, bytes, bytes.count) == bytes.count)
  }

  /// Takes no byte more.
  func jam() {
    let flags = fcntl(port, F_GETFL)
    _ = fcntl(port, F_SETFL, flags | O_NONBLOCK)
    // The kernel makes room for more until its reader's buffer is full too.
    var room = pollfd(fd: port, events: Int16(POLLOUT), revents: 0)
    repeat {
      while write(port, ".", 1) == 1 {}
    } while poll(&room, 1, 200) == 1
    _ = fcntl(port, F_SETFL, flags)
  }

  /// Lets it be opened again: what one opening claims, the kernel keeps as long as the test's own is there.
  func release() {
    #expect(ioctl(port, UInt(TIOCNXCL)) == 0)
  }

  func unplug() {
    if !isUnplugged { close(device) }
    isUnplugged = true
  }
}

/// Checks that the light gets these bytes next, written as pairs of digits.
func expect(_ light: FakeLight, gets text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let bytes = text.split(separator: " ").compactMap { UInt8($0, radix: 16) }
  #expect(try light.read(bytes.count).hexadecimal == text, sourceLocation: sourceLocation)
}

extension [UInt8] {
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}
