import Gating
import Settings
import Station

extension ScreenFacts {
  /// - Parameters:
  ///   - hints: what the screen says under READY.
  ///   - typedLane: the lane of what is typed on the terminal.
  init(_ configuration: Configuration, hints: [String] = [], typedLane: String? = nil) {
    let lanes: [String]? = if case .only(let lanes) = configuration.screen.lanes { lanes } else { nil }
    self.init(
      station: configuration.station.name, rules: configuration.gate.summary,
      words: configuration.scanners.allSatisfy(\.grab) ? [] : ["GRAB OFF"], hints: hints, typedLane: typedLane,
      lanes: lanes, bell: configuration.screen.bell)
  }
}
