import Scanning

/// Wakes a lane at its deadline, or before: a wake-up that is under way is kept where it comes early enough, because most
/// deadlines are put off before they come.
struct LaneTimer {
  private let post: AsyncStream<Lane.Mail>.Continuation
  private var due: EventTime?
  private var task: Task<Void, Never>?

  init(post: AsyncStream<Lane.Mail>.Continuation) {
    self.post = post
  }

  mutating func wake(at deadline: EventTime?) {
    guard let deadline, deadline < due ?? EventTime(nanoseconds: .max) else { return }
    cancel()
    due = deadline
    task = Task { [post] in
      try? await Task.sleep(for: deadline - SystemClock.monotonic)
      if !Task.isCancelled { post.yield(.input(.timer)) }
    }
  }

  mutating func hasFired() {
    due = nil
  }

  mutating func cancel() {
    task?.cancel()
    due = nil
  }
}
