import Devices
import Glibc
import Scanning

/// The work of the thread that serves the agent's socket: takes requests, sends what is due, and waits for nobody.
struct AgentServerLoop: ~Copyable {
  /// Each costs memory, and each screen is drawn on its own.
  static let callersLimit = 16
  /// A watcher that hears nothing for three of them takes the agent for dead.
  static let beat = Duration.milliseconds(500)
  private static let patience = Duration.seconds(5)

  private let socket: AgentSocket
  private let board: NoticeBoard
  private let desk: LendingDesk
  private let control: LoopControl
  private var callers: [Caller] = []
  private var nextBeat = EventTime.now()

  init(_ socket: AgentSocket, _ board: NoticeBoard, _ desk: LendingDesk, _ control: LoopControl) {
    self.socket = socket
    self.board = board
    self.desk = desk
    self.control = control
  }

  /// Runs until it is stopped; what was told by then is sent to those that read.
  mutating func run() {
    while !control.isStopped {
      let polled = wait()
      if polled[0].revents != 0 { control.acknowledge() }
      for (caller, polled) in zip(callers, polled.dropFirst(2)) where !attend(caller, polled.revents) { drop(caller) }
      if polled[1].revents != 0 { meet() }
      beat()
    }
    board.settle()
    for caller in callers {
      _ = caller.outbox.send(to: caller.number)
      drop(caller)
    }
  }

  private func wait() -> [pollfd] {
    let now = EventTime.now()
    var polled = [
      pollfd(fd: control.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0),
    ]
    for caller in callers {
      let read = caller.nextReading <= now ? POLLIN : 0
      polled.append(
        pollfd(fd: caller.number, events: Int16(read | (caller.outbox.isEmpty ? 0 : POLLOUT)), revents: 0))
    }
    let pauses = callers.lazy.map(\.nextReading).filter { $0 > now }
    let deadline = callers.isEmpty ? nil : min(pauses.min() ?? nextBeat, nextBeat)
    _ = poll(&polled, nfds_t(polled.count), pollTimeout(until: deadline, from: now))
    return polled
  }

  /// - Returns: false where the caller has gone, or is to go.
  private func attend(_ caller: Caller, _ revents: Int16) -> Bool {
    if revents & Int16(POLLIN) != 0 {
      guard let requests = caller.read() else { return false }
      for request in requests { carryOut(request, of: caller) }
    } else if revents & Int16(POLLHUP | POLLERR) != 0 {
      return false
    }
    switch caller.outbox.send(to: caller.number) {
    case .gone: return false
    case .behind: return true
    case .sentLate:
      if case .watching(let watcher) = caller.role { watcher.draw() }
      return true
    case .sent:
      if case .refused = caller.role { return false }
      return true
    }
  }

  private func carryOut(_ request: AgentRequest, of caller: Caller) {
    switch (request, caller.role) {
    case (.watch(let request), .unknown):
      if let objection = board.objection(to: request) { return refuse(caller, objection) }
      if request.format == .json {
        caller.outbox = Outbox(lossNotice: LossNotice.json) { [control] in control.ring() }
      }
      caller.answer(.watching(station: board.station))
      caller.role = .watching(board.watch(request, outbox: caller.outbox))
    case (.borrow(let request), .unknown):
      let pid = caller.pid.map { " (pid \($0))" } ?? ""
      let loan = LendingDesk.Loan(of: request, to: request.by.escaped(limit: 40) + pid)
      caller.role = .borrowing(loan)
      desk.lend(loan) { [outbox = caller.outbox] in outbox.write(bytes: $0.line) }
    case (.draw(let size), .watching(let watcher)): watcher.draw(size)
    case (.watch, _), (.borrow, _), (.draw, _): refuse(caller, "ask for one thing, once")
    }
  }

  private mutating func meet() {
    while let caller = socket.accept(ring: { [control] in control.ring() }) {
      if callers.count >= Self.callersLimit { refuse(caller, "\(Self.callersLimit) others are served already") }
      callers.append(caller)
    }
  }

  private func refuse(_ caller: Caller, _ reason: String) {
    endService(of: caller)
    caller.role = .refused
    caller.answer(.refused(reason))
  }

  private mutating func beat() {
    let now = EventTime.now()
    guard nextBeat <= now else { return }
    nextBeat = now + Self.beat
    for caller in callers { caller.beat() }
    // Who asks for nothing, or does not read why it is refused, keeps others out.
    for caller in callers where caller.isIdle && caller.connectedAt + Self.patience < now { drop(caller) }
  }

  private mutating func drop(_ caller: Caller) {
    endService(of: caller)
    callers.removeAll { $0 === caller }
  }

  private func endService(of caller: Caller) {
    switch caller.role {
    case .watching(let watcher): board.remove(watcher)
    case .borrowing(let loan): desk.takeBack(loan)
    case .unknown, .refused: break
    }
  }
}
