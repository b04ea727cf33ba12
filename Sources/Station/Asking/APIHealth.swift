package import Gating
import Scanning
package import TofuPilot

/// Whether TofuPilot can answer at all: keeps the connection warm while nobody scans, and says HOLD while it cannot.
///
/// ```
/// start, or 45 s without an answer   asked who we are, which keeps the connection open
/// no answer, or the key refused      HOLD; asked again after 1, 2, 4, 8, 15, 15 … seconds
/// a look-up failed                   asked at once
/// a look-up was forbidden            HOLD until a look-up is not: the right to ask says nothing of the right to read
/// another key, another address       asked at once; what was known of the former is forgotten
/// ```
package actor APIHealth {
  private static let idleLimit = Duration.seconds(45)
  private static let longestPause = Duration.seconds(15)

  private let probe: @Sendable () async -> Probe
  private let changed: @Sendable (APIState) -> Void
  private var state: APIState?
  /// What a look-up said that no probe can take back.
  private var isForbidden = false
  private var lastAnswer = SystemClock.monotonic
  private var pause: Task<Void, any Error>?
  private var renewals = 0

  /// - Parameters:
  ///   - probe: one cheap request.
  ///   - changed: called with the first state and each change.
  package init(
    probe: @escaping @Sendable () async -> Probe, changed: @escaping @Sendable (APIState) -> Void
  ) {
    self.probe = probe
    self.changed = changed
  }

  /// Runs until cancelled.
  package func run() async {
    var nextPause = Duration.seconds(1)
    while !Task.isCancelled {
      let renewals = renewals
      let probe = await probe()
      if Task.isCancelled { return }
      // It was asked by the one before.
      if renewals != self.renewals { continue }
      switch probe {
      case .ok(_, let standIn):
        if !isForbidden { set(.up(standIn: standIn)) }
        lastAnswer = SystemClock.monotonic
        nextPause = .seconds(1)
        await rest()
      case .failed(let code, let detail):
        set(.down(HoldCause(code: code, detail: detail, since: SystemClock.utc)))
        await pause(for: nextPause)
        nextPause = min(nextPause * 2, Self.longestPause)
      }
    }
  }

  /// Tells of a look-up, which says as much as a probe.
  package func note(_ reply: Reply, standIn: Bool) {
    switch reply {
    case .unit, .unknownUnit, .severalUnits:
      lastAnswer = SystemClock.monotonic
      isForbidden = false
      set(.up(standIn: standIn))
    case .failed(.forbidden, let detail):
      isForbidden = true
      set(.down(HoldCause(code: .forbidden, detail: detail, since: SystemClock.utc)))
    case .failed:
      pause?.cancel()
    }
  }

  /// Another key or address is in force, or none any more.
  package func renew() {
    renewals += 1
    state = nil
    isForbidden = false
    pause?.cancel()
  }

  private func set(_ state: APIState) {
    // The same trouble told in other words is still the same, and has lasted since it began.
    if let old = self.state, old == state || old.cause != nil && old.cause?.code == state.cause?.code { return }
    self.state = state
    changed(state)
  }

  /// Waits until the connection has been idle for long, or something asks for a probe.
  private func rest() async {
    var left = Self.idleLimit
    while left > .zero, await pause(for: left) {
      left = Self.idleLimit - (SystemClock.monotonic - lastAnswer)
    }
  }

  /// - Returns: whether it was waited to the end.
  @discardableResult
  private func pause(for duration: Duration) async -> Bool {
    let task = Task { try await Task.sleep(for: duration) }
    pause = task
    return await withTaskCancellationHandler {
      (try? await task.value) != nil
    } onCancel: {
      task.cancel()
    }
  }
}
