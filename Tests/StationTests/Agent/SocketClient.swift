import Glibc
import Testing

@testable import Station

/// A program at the agent's socket, which says what a test wants to hear answered.
final class SocketClient {
  private let number: Int32
  private(set) var received: [UInt8] = []

  init(to path: String) throws {
    let address = try AgentAddress(path)
    number = try address.newSocket()
    try #require(address.connect(number) == 0)
  }

  deinit {
    close(number)
  }

  func say(_ text: String) {
    _ = send(number, text, text.utf8.count, CInt(MSG_NOSIGNAL))
  }

  /// All that came up to and with this; ten seconds are a failure.
  @discardableResult
  func read(to end: String) throws -> String {
    let deadline = ContinuousClock.now + .seconds(10)
    while true {
      try #require(ContinuousClock.now < deadline, "no \(end.debugDescription) in \(received.count) bytes")
      if let found = received.firstRange(of: end.utf8) {
        defer { received.removeFirst(found.upperBound) }
        return String(decoding: received[..<found.upperBound], as: UTF8.self)
      }
      try #require(try readMore(), "no \(end.debugDescription) in \(received.count) bytes")
    }
  }

  /// Waits until the agent has hung up.
  func readToEnd() throws {
    while try readMore() {}
  }

  private func readMore() throws -> Bool {
    var poller = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    try #require(poll(&poller, 1, 10_000) == 1, "silence after \(received.count) bytes")
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(number, &buffer, buffer.count, 0)
    if count > 0 { received += buffer.prefix(count) }
    return count > 0
  }
}
