/// A lane whose scans come as lines from a descriptor that stays open: standard input.
package struct LineInput: Hashable, Sendable {
  package var lane: String
  package var descriptor: CInt

  package init(lane: String = "stdin", descriptor: CInt = 0) {
    self.lane = lane
    self.descriptor = descriptor
  }
}
