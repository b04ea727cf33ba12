package import Scanning

/// What a lane wants of its scanner: how it types and how a scan of it ends.
package struct Assignment: Hashable, Sendable {
  package var lane: String
  package var layout: Layout
  package var terminator: Terminator
  /// Whether its keys are ours alone; false on benches where another program must see them too.
  package var grab: Bool

  package init(lane: String, layout: Layout = .us, terminator: Terminator = .enter, grab: Bool = true) {
    self.lane = lane
    self.layout = layout
    self.terminator = terminator
    self.grab = grab
  }
}
