import Dispatch
package import Gating
import Glibc
import Synchronization

/// The operator's screen: every lane's verdict, readable from two metres, on a terminal that it has to itself.
///
/// It draws on a queue of its own, and always the newest state: events that come while a frame is written go into the
/// next. It wakes by itself once a minute for the clock, and once a second while a NO VERDICT flashes.
package final class Screen: Output {
  private struct Shared {
    var state: ScreenState
    var isDrawDue = false
    var isClosed = false
    /// When it wakes by itself.
    var wake: DispatchTime?
    var size: (width: Int, height: Int) = (0, 0)
    /// From when on the bell may ring again.
    var silence = DispatchTime(uptimeNanoseconds: 0)
    /// Tells of `SIGWINCH`.
    var resizing: (any DispatchSourceSignal)?
  }

  private let terminal: any Display
  private let clock: @Sendable () -> UTCTime
  private let shared: Mutex<Shared>
  private let queue = DispatchQueue(label: "scangate.screen", qos: .userInteractive)

  /// Takes the terminal and draws, from then on after every change of its size too.
  package convenience init(
    facts: ScreenFacts, terminal: any Display, clock: @escaping @Sendable () -> UTCTime
  ) {
    self.init(showing: ScreenState(facts: facts), on: terminal, clock: clock)
  }

  /// As above, of a station that has told something already.
  init(showing state: ScreenState, on terminal: any Display, clock: @escaping @Sendable () -> UTCTime) {
    self.terminal = terminal
    self.clock = clock
    shared = Mutex(Shared(state: state))
    terminal.take()
    shared.withLock { [queue] shared in
      let resizing = DispatchSource.makeSignalSource(signal: SIGWINCH, queue: queue)
      resizing.setRegistrationHandler { [weak self] in self?.draw() }
      resizing.setEventHandler { [weak self] in self?.draw() }
      resizing.resume()
      shared.resizing = resizing
    }
  }

  package func tell(_ event: StationEvent) {
    change { $0.receive(event) }
  }

  package func pass(_ token: WatchdogToken) {
    queue.async { token.arrive() }
  }

  /// Says other things of the station from now on.
  package func set(_ facts: ScreenFacts) {
    change { $0.facts = facts }
  }

  /// Draws anew: the display has another size, or lost what it showed.
  func redraw() {
    change { _ in }
  }

  /// Draws no more and gives the terminal back; may be called again.
  package func close() {
    shared.withLock { shared in
      shared.isClosed = true
      shared.resizing?.cancel()
    }
    terminal.restore()
  }

  private func change(_ change: (inout ScreenState) -> Void) {
    shared.withLock { shared in
      change(&shared.state)
      guard !shared.isDrawDue, !shared.isClosed else { return }
      shared.isDrawDue = true
      queue.async { self.draw() }
    }
  }
}

// MARK: - On the queue

extension Screen {
  /// When a frame that the terminal did not take is drawn again.
  private static let retry = Duration.seconds(1)
  /// In milliseconds: two rings are heard as two.
  private static let ringPause = 300

  private func draw() {
    let (now, size) = (clock(), terminal.size)
    guard let (state, isResized, rings) = takeState(size) else { return }
    let isTypedOn = state.facts.typedLane != nil
    let typed = state.isLineEntered || isResized ? Frame.Prompt.cleared : .kept
    let frame = Frame(
      canvas: state.canvas(width: size.width, height: isTypedOn ? size.height - 1 : size.height, at: now),
      traits: terminal.traits, prompt: isTypedOn ? typed : nil, ringsBell: rings)
    let isWhole = terminal.write(frame.text)
    let nextChange = isWhole ? state.nextChange(after: now) : Self.retry
    wake(in: state.ringsDue > 0 ? min(nextChange, .milliseconds(Self.ringPause)) : nextChange)
  }

  private func takeState(_ size: (width: Int, height: Int)) -> (ScreenState, isResized: Bool, rings: Bool)? {
    shared.withLock { shared in
      shared.isDrawDue = false
      if shared.isClosed { return nil }
      let isResized = shared.size != size
      shared.size = size
      let rings = shared.state.ringsDue > 0 && shared.silence <= .now()
      if rings {
        shared.state.ringsDue -= 1
        shared.silence = .now() + .milliseconds(Self.ringPause)
      }
      let state = shared.state
      shared.state.isLineEntered = false
      return (state, isResized, rings)
    }
  }

  /// Draws again then, unless it is woken earlier for some other change of its own.
  private func wake(in pause: Duration) {
    let (seconds, attoseconds) = pause.components
    let wake = DispatchTime.now() + .nanoseconds(Int(seconds * 1_000_000_000 + attoseconds / 1_000_000_000))
    let isEarlier = shared.withLock { shared in
      if let pending = shared.wake, pending <= wake { return false }
      shared.wake = wake
      return true
    }
    guard isEarlier else { return }
    queue.asyncAfter(deadline: wake) { [weak self] in
      guard let self, self.shared.withLock({ $0.wake == wake }) else { return }
      self.shared.withLock { $0.wake = nil }
      self.draw()
    }
  }
}
