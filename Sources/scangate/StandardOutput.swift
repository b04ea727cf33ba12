import Glibc
import Station

/// Standard output as a station shows itself there: by the operator's screen, by lines, or by JSON.
struct StandardOutput {
  /// Tells when nobody reads it any more.
  let closed: AsyncStream<Void>
  /// Shows there what the station tells; nil: nothing does.
  let listener: (any Output)?
  private let console: Console
  private let screen: Screen?

  /// - Parameter format: nil: nothing is shown.
  init(_ format: Format?, _ facts: ScreenFacts) {
    let (closed, close) = AsyncStream.makeStream(of: Void.self)
    self.closed = closed
    console = Console(
      lossNotice: format == .json ? LossNotice.json : LossNotice.text, onClose: { close.yield() })
    switch format {
    case .big where Terminal.isScreen(STDOUT_FILENO):
      let screen = Screen(
        facts: facts, terminal: Terminal(isTypedOn: facts.typedLane != nil), clock: { SystemClock.utc })
      self.screen = screen
      listener = screen
    case .big, .line:
      screen = nil
      listener = LineOutput(console)
    case .json:
      screen = nil
      listener = JSONOutput(console)
    case nil:
      screen = nil
      listener = nil
    }
  }

  var isClosed: Bool { console.isClosed }

  /// Says other things of the station from now on.
  func set(_ facts: ScreenFacts) {
    screen?.set(facts)
  }

  /// Waits until its reader has taken all that was told, or until it is cancelled.
  func flush() async {
    await console.flush()
  }

  /// Gives the terminal back. What is told last is still to reach a reader that reads; one that stands still is not
  /// waited for.
  func close() {
    screen?.close()
    console.flush(within: .milliseconds(500))
  }
}
