/// What the screen says of its station besides its lanes.
package struct ScreenFacts: Hashable, Sendable {
  package var station: String
  /// What the gate asks for, in one line.
  package var rules: String
  /// Words of warning in the header: `DEMO`, `GRAB OFF`.
  package var words: [String]
  /// Lines under READY: what to type at a demonstration.
  package var hints: [String]
  /// The lane whose scans are typed on this very terminal, if there is one.
  package var typedLane: String?
  /// The lanes that this screen shows, in their order; nil: all.
  package var lanes: [String]?
  /// Whether the terminal's bell rings with each verdict: once for PASS, twice for FAIL, three times for NO VERDICT.
  package var bell: Bool

  package init(
    station: String, rules: String, words: [String] = [], hints: [String] = [], typedLane: String? = nil,
    lanes: [String]? = nil, bell: Bool = false
  ) {
    self.station = station
    self.rules = rules
    self.words = words
    self.hints = hints
    self.typedLane = typedLane
    self.lanes = lanes
    self.bell = bell
  }
}
