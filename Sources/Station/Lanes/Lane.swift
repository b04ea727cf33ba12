import Gating
import Scanning

/// One scanner, its verdict stream and its part of the outputs.
package struct Lane: Sendable {
  package let name: String
  private let rules: LaneRules
  private let hold: HoldCause?
  private let lost: LostScanner?
  private let outputs: [any Output]
  private let ask: @Sendable (Ticket) async -> Answer
  private let inbox: AsyncStream<LaneInput>
  private let post: AsyncStream<LaneInput>.Continuation

  /// - Parameters:
  ///   - hold: why the lane can give no verdict yet.
  ///   - lost: its scanner, where that is not there yet.
  ///   - ask: one ticket's question to TofuPilot; cancelled when nobody waits for its answer any more.
  package init(
    rules: LaneRules, outputs: [any Output], hold: HoldCause? = nil, lost: LostScanner? = nil,
    ask: @escaping @Sendable (Ticket) async -> Answer
  ) {
    name = rules.lane
    self.rules = rules
    self.hold = hold
    self.lost = lost
    self.outputs = outputs
    self.ask = ask
    (inbox, post) = AsyncStream.makeStream(of: LaneInput.self)
  }

  /// Hands over what happened, in order, from any thread, without waiting.
  package func receive(_ input: LaneInput) {
    post.yield(input)
  }

  /// Runs until it is told to stop, or to finish and nothing is in flight.
  package func run() async {
    var machine = LaneMachine(rules: rules, hold: hold, lost: lost)
    var questions: [Ticket.ID: Task<Void, Never>] = [:]
    var timer = LaneTimer(post: post)
    tell(.view(lane: name, machine.view))
    for await input in inbox {
      if case .answered(let id, _) = input { questions[id] = nil }
      for effect in machine.receive(input, at: SystemClock.now) {
        switch effect {
        case .ask(let ticket): questions[ticket.id] = question(ticket)
        case .abandon(let id): questions.removeValue(forKey: id)?.cancel()
        case .tell(let record): tell(.verdict(record))
        case .show(let view): tell(.view(lane: name, view))
        }
      }
      if machine.isDone { break }
      timer.set(machine.deadline)
    }
    timer.set(nil)
  }

  private func question(_ ticket: Ticket) -> Task<Void, Never> {
    Task { [ask, post] in
      post.yield(.answered(ticket.id, await ask(ticket)))
    }
  }

  private func tell(_ event: StationEvent) {
    for output in outputs { output.tell(event) }
  }
}

/// Wakes a lane at its deadline, and not at all while it has none.
private struct LaneTimer {
  let post: AsyncStream<LaneInput>.Continuation
  private var due: EventTime?
  private var task: Task<Void, Never>?

  init(post: AsyncStream<LaneInput>.Continuation) {
    self.post = post
  }

  mutating func set(_ deadline: EventTime?) {
    guard deadline != due else { return }
    due = deadline
    task?.cancel()
    task = deadline.map { deadline in
      Task { [post] in
        try? await Task.sleep(for: deadline - SystemClock.monotonic)
        if !Task.isCancelled { post.yield(.timer) }
      }
    }
  }
}
