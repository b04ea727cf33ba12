import Gating
import Synchronization

/// The agent's lines or JSON on our standard output, and a line of ours when nothing is heard of it.
final class WatchedLines: WatchWindow {
  private struct State {
    /// What came of a line whose end is still to come.
    var rest: [UInt8] = []
    var told: WatchStop?
  }

  private let console: Console
  private let output: any Output
  private let state = Mutex(State())

  init(on console: Console, isJSON: Bool) {
    self.console = console
    output = isJSON ? JSONOutput(console) : LineOutput(console)
  }

  var size: WatchRequest.Size? { nil }

  func show(_ bytes: [UInt8]) -> Bool {
    state.withLock { state in
      state.told = nil
      state.rest += bytes
      while let end = state.rest.firstIndex(of: 0x0A) {
        console.write(line: String(decoding: state.rest[..<end], as: UTF8.self))
        state.rest.removeFirst(end + 1)
      }
    }
    return true
  }

  func show(_ stop: WatchStop) {
    state.withLock { state in
      guard state.told?.since != stop.since else { return }
      state.rest = []
      state.told = stop
      output.tell(
        .station(StationChange(at: stop.since, station: stop.station, state: .stopped, cause: stop.cause)))
    }
  }
}
