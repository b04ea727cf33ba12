import Devices
import Glibc
import Scanning

/// A program that has connected to the agent's socket; it lives on the server's thread.
final class Caller {
  enum Role {
    /// It has asked for nothing yet.
    case unknown
    case watching(Watcher)
    case borrowing(LendingDesk.Loan)
    /// It was told no, and goes when it has read that.
    case refused
  }

  /// What `poll` waits on.
  let number: CInt
  let pid: pid_t?
  let connectedAt = EventTime.now()
  var role = Role.unknown
  var outbox: Outbox
  /// Before this it is not read again, however much it says: a terminal that is being resized says it often.
  private(set) var nextReading = EventTime.now()
  private var inbox: [UInt8] = []

  private static let pause = Duration.milliseconds(50)

  /// Takes over the connected socket.
  init(taking number: CInt, ring: @escaping @Sendable () -> Void) {
    self.number = number
    pid = peer(of: number)
    outbox = Outbox(lossNotice: LossNotice.text, ring: ring)
  }

  deinit {
    close(number)
  }

  /// What it has asked since the last reading; nil: it has gone, or says what is no request.
  func read() -> [AgentRequest]? {
    var chunk = [UInt8](repeating: 0, count: AgentRequest.limit)
    let count = recv(number, &chunk, chunk.count, 0)
    nextReading = .now() + Self.pause
    if count < 0 { return errno == EAGAIN || errno == EINTR ? [] : nil }
    guard count > 0 else { return nil }
    inbox += chunk[..<count]
    var requests: [AgentRequest] = []
    while let end = inbox.firstIndex(of: 0x0A) {
      guard let request = AgentRequest(line: inbox[..<end]) else { return nil }
      requests.append(request)
      inbox.removeFirst(end + 1)
    }
    return inbox.count < AgentRequest.limit ? requests : nil
  }

  /// It is served nothing.
  var isIdle: Bool {
    switch role {
    case .unknown, .refused: true
    case .watching, .borrowing: false
    }
  }

  /// Tells a watcher that the agent is well: a NUL, which no terminal shows and no line holds.
  func beat() {
    guard case .watching = role, outbox.isEmpty else { return }
    _ = send(number, [0], 1, CInt(MSG_NOSIGNAL))
  }

  func answer(_ answer: AgentAnswer) {
    outbox.write(bytes: answer.line)
  }
}
