import Gating
import Synchronization

/// The agent's screen on a terminal of our own, and STOPPED in its place.
final class WatchedScreen: WatchWindow {
  private let terminal: Terminal
  /// The frame that says STOPPED, while that is what is shown.
  private let stopped = Mutex<Frame?>(nil)

  init(on terminal: Terminal) {
    self.terminal = terminal
    terminal.take()
  }

  var size: WatchRequest.Size? {
    let (columns, rows) = terminal.size
    return WatchRequest.Size(columns: columns, rows: rows)
  }

  func show(_ bytes: [UInt8]) -> Bool {
    stopped.withLock { $0 = nil }
    return terminal.write(bytes)
  }

  func show(_ stop: WatchStop) {
    let (width, height) = terminal.size
    var canvas = Canvas(width: width, height: height)
    let field = LaneField(stop, at: SystemClock.utc)
    field.draw(on: &canvas, in: Area(row: 0, column: 0, width: width, height: height))
    let frame = Frame(canvas: canvas, traits: terminal.traits)
    stopped.withLock { shown in
      if shown != frame, terminal.write(frame.text) { shown = frame }
    }
  }

  func close() {
    terminal.restore()
  }
}

extension LaneField {
  fileprivate init(_ stop: WatchStop, at now: UTCTime) {
    self.init(
      header: FieldHeader(lane: nil, station: stop.station, state: ["STOPPED"], time: LocalTime(now)),
      picture: .stopped(stop.cause, since: stop.since, now))
  }
}
