/// When a GET is asked once more inside its deadline: at once for a lost connection, because a kept-alive one may have
/// gone stale unseen; after a pause where the server asks for it.
struct Retries: Sendable {
  private var afterLoss = 1
  private var afterTransient = 2

  /// The pause before the next attempt, or nil if `result` stands. `jitter`, from 0 to 1, keeps stations from asking in
  /// step.
  mutating func pause(after result: Result<Answer, Failure>, remaining: Duration, jitter: Double) -> Duration? {
    switch result {
    case .failure(let failure) where failure.lostConnection && afterLoss > 0:
      afterLoss -= 1
      return .zero
    case .success(let answer) where answer.isTransient && afterTransient > 0:
      let backoff = Duration.milliseconds(afterTransient == 2 ? 100 : 200) * (1 + jitter)
      afterTransient -= 1
      let pause = max(backoff, answer.retryAfter ?? .zero)
      return pause < remaining ? pause : nil
    case .failure, .success:
      return nil
    }
  }
}
