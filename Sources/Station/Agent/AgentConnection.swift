import Glibc

/// A connection to the running agent.
final class AgentConnection: Sendable {
  /// What `poll` waits on.
  let number: CInt

  /// Asks at once; the answer is read.
  init(to path: String, asking request: AgentRequest) throws(AgentSocketError) {
    let address = try AgentAddress(path)
    number = try address.newSocket()
    let code = address.connect(number)
    // The end of this object closes it: closed twice, it would be another's that has the number by then.
    guard code == 0 else { throw .system(operation: "connect to", path: path, code: code) }
    ask(request)
  }

  deinit {
    close(number)
  }

  /// Every request fits what the kernel keeps for one who reads late; one who has gone is noticed in reading.
  func ask(_ request: AgentRequest) {
    let line = request.line
    _ = send(number, line, line.count, CInt(MSG_NOSIGNAL))
  }

  /// Tells the agent that nothing more is asked.
  func end() {
    shutdown(number, CInt(SHUT_RDWR))
  }

  /// What is there; nil: the agent has gone.
  func read() -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(number, &chunk, chunk.count, 0)
    if count > 0 { return Array(chunk[..<count]) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? [] : nil
  }
}
