import Synchronization

/// The scans of piped input that their lane has not looked at yet: above a limit the pipe is not read on, so that its
/// writer waits instead of our memory growing.
final class Backlog: Sendable {
  private struct State {
    var waiting = 0
    var allow: @Sendable (Bool) -> Void = { _ in }
  }

  private static let most = 64
  private static let few = 16
  private let state = Mutex(State())

  /// - Parameter allow: whether the input is read on; called from any thread.
  func control(_ allow: @escaping @Sendable (Bool) -> Void) {
    state.withLock { $0.allow = allow }
  }

  func add() {
    state.withLock { state in
      state.waiting += 1
      if state.waiting == Self.most { state.allow(false) }
    }
  }

  func take() {
    state.withLock { state in
      state.waiting -= 1
      if state.waiting == Self.few { state.allow(true) }
    }
  }
}
