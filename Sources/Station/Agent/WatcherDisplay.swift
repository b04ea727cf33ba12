import Synchronization

/// The terminal of a watcher: what is drawn goes through the socket, and the watcher tells its size.
final class WatcherDisplay: Display {
  let traits: TerminalTraits
  private let outbox: Outbox
  private let shown: Mutex<WatchRequest.Size>

  init(_ request: WatchRequest, outbox: Outbox) {
    traits = request.terminal ?? TerminalTraits { _ in nil }
    self.outbox = outbox
    shown = Mutex(request.size ?? WatchRequest.Size(columns: 80, rows: 24))
  }

  var size: (width: Int, height: Int) { shown.withLock(\.drawn) }

  func resize(to size: WatchRequest.Size) {
    shown.withLock { $0 = size }
  }

  func write(_ text: String) -> Bool {
    outbox.write(frame: text)
  }

  // It is the watcher who takes its terminal and gives it back.
  func take() {}
  func restore() {}
}
