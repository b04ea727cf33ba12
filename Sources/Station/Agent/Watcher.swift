/// Somebody who sees the running station from outside, as the station's own screen, lines or JSON show it.
final class Watcher: Sendable {
  let request: WatchRequest
  private let output: any Output
  /// Where it watches the screen.
  private let screen: Screen?
  private let display: WatcherDisplay?

  /// - Parameters:
  ///   - state: what the screen shows already.
  ///   - facts: of the station; which lanes are shown is the watcher's own choice first.
  init(_ request: WatchRequest, outbox: Outbox, state: ScreenState, facts: ScreenFacts) {
    self.request = request
    switch request.format {
    case .big:
      let display = WatcherDisplay(request, outbox: outbox)
      let state = state.shown(with: facts.chosen(by: request))
      let screen = Screen(showing: state, on: display) { SystemClock.utc }
      (self.display, self.screen, output) = (display, screen, screen)
    case .line: (display, screen, output) = (nil, nil, LineOutput(outbox))
    case .json: (display, screen, output) = (nil, nil, JSONOutput(outbox))
    }
  }

  func tell(_ event: StationEvent) {
    if let lane = request.lane, !event.concerns(lane) { return }
    output.tell(event)
  }

  func set(_ facts: ScreenFacts) {
    screen?.set(facts.chosen(by: request))
  }

  /// Draws again, for a terminal of this size where it has changed.
  func draw(_ size: WatchRequest.Size? = nil) {
    if let size { display?.resize(to: size) }
    screen?.redraw()
  }

  func end() {
    screen?.close()
  }
}

extension ScreenFacts {
  fileprivate func chosen(by request: WatchRequest) -> ScreenFacts {
    var facts = self
    if let lane = request.lane { facts.lanes = [lane] }
    return facts
  }
}

extension StationEvent {
  /// Whether it is of this lane, or of the station as a whole.
  fileprivate func concerns(_ name: String) -> Bool {
    switch self {
    case .verdict(let record): record.lane == name
    case .view(let lane, _): lane == name
    case .scanner(let change): change.lane == nil || change.lane == name
    case .indicator(let change): change.lane == nil || change.lane == name
    case .station: true
    }
  }
}
