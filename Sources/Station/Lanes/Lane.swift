import Gating
import Scanning

/// One scanner, its verdict stream and its part of the outputs.
package struct Lane: Sendable {
  /// What its inbox takes.
  enum Mail: Sendable {
    case input(LaneInput)
    /// Somebody waits until all that came before has been told.
    case settle(CheckedContinuation<Void, Never>)
  }

  package let name: String
  private let rules: LaneRules
  private let hold: HoldCause?
  private let lost: LostScanner?
  private let outputs: [any Output]
  private let ask: @Sendable (Ticket) async -> Answer
  private let executor: any TaskExecutor
  private let backlog: Backlog?
  private let recorder: Recorder?
  private let inbox: AsyncStream<Mail>
  private let post: AsyncStream<Mail>.Continuation

  /// - Parameters:
  ///   - hold: why the lane can give no verdict yet.
  ///   - lost: its scanner, where that is not there yet.
  ///   - executor: where questions are asked; best the one that also carries the requests.
  ///   - recorder: commits each verdict before it is told; nil: nothing is recorded.
  ///   - ask: one ticket's question to TofuPilot; cancelled when nobody waits for its answer any more.
  init(
    rules: LaneRules, outputs: [any Output], hold: HoldCause? = nil, lost: LostScanner? = nil,
    executor: any TaskExecutor, backlog: Backlog? = nil, recorder: Recorder? = nil,
    ask: @escaping @Sendable (Ticket) async -> Answer
  ) {
    name = rules.lane
    self.rules = rules
    self.hold = hold
    self.lost = lost
    self.outputs = outputs
    self.executor = executor
    self.backlog = backlog
    self.recorder = recorder
    self.ask = ask
    (inbox, post) = AsyncStream.makeStream(of: Mail.self)
  }

  /// Hands over what happened, in order, from any thread, without waiting.
  package func receive(_ input: LaneInput) {
    if case .scanner(.scan) = input { backlog?.add() }
    hand(.input(input))
  }

  /// Waits until all that was handed over before has been told.
  func settle() async {
    await withCheckedContinuation { settled in
      hand(.settle(settled))
    }
  }

  private func hand(_ mail: Mail) {
    if case .terminated = post.yield(mail) { mail.release() }
  }

  /// Runs until it is told to stop, or to finish and nothing is in flight.
  package func run() async {
    var machine = LaneMachine(rules: rules, isRecorded: recorder != nil, hold: hold, lost: lost)
    var questions: [Ticket.ID: Task<Void, Never>] = [:]
    var timer = LaneTimer(post: post)
    var passage: Task<Void, Never>?
    var settling: [Mail] = []
    tell(.view(lane: name, machine.view))
    for await mail in inbox {
      guard case .input(let input) = mail else {
        if machine.isSettled { mail.release() } else { settling.append(mail) }
        continue
      }
      switch input {
      case .answered(let id, _): questions[id] = nil
      case .timer: timer.hasFired()
      case .scanner(.scan): backlog?.take()
      case .token(let token): passage = pass(token, machine.rules.gate)
      default: break
      }
      for effect in machine.receive(input, at: SystemClock.now) {
        switch effect {
        case .ask(let ticket): questions[ticket.id] = question(ticket)
        case .abandon(let id): questions[id]?.cancel()
        case .enter(let ticket, let record):
          recorder?.enter(ticket, as: record) { [post] in post.yield(.input(.passedBefore(ticket.id, $0))) }
        case .record(let id, let record, let ticket):
          recorder?.record(record, closing: ticket) { [post] in post.yield(.input(.recorded(id, $0))) }
        case .keep(let record, let ticket): recorder?.keep(record, closing: ticket)
        case .withdraw(let sequence): recorder?.note(.overtaken(sequence))
        case .tell(let record): tell(.verdict(record))
        case .show(let view): tell(.view(lane: name, view))
        }
      }
      if machine.isSettled {
        for mail in settling { mail.release() }
        settling = []
      }
      if machine.isDone { break }
      timer.wake(at: machine.deadline)
    }
    timer.cancel()
    post.finish()
    for mail in settling { mail.release() }
    for await mail in inbox { mail.release() }
    // They run where the connection does, and that ends after the lanes.
    for question in questions.values { question.cancel() }
    for question in questions.values { await question.value }
    await passage?.value
  }

  /// Sends a token on as a scan would go: to where questions are asked and judged, and to every output.
  private func pass(_ token: WatchdogToken, _ gate: Gate) -> Task<Void, Never> {
    Task(executorPreference: executor) { [outputs] in
      guard GateCheck.holds(gate) else { return }
      token.fork(outputs.count)
      for output in outputs { output.pass(token) }
    }
  }

  private func question(_ ticket: Ticket) -> Task<Void, Never> {
    // A task of its own does not inherit where it runs.
    Task(executorPreference: executor) { [ask, post] in
      post.yield(.input(.answered(ticket.id, await ask(ticket))))
    }
  }

  private func tell(_ event: StationEvent) {
    for output in outputs { output.tell(event) }
  }
}

extension Lane.Mail {
  /// Keeps nobody waiting for it: a lane that has ended holds nobody up.
  fileprivate func release() {
    switch self {
    case .settle(let settled): settled.resume()
    case .input(.token(let token)): token.arrive()
    case .input: break
    }
  }
}
