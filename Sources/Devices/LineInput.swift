package import Scanning

/// A lane whose scans come as lines from a descriptor that stays open: standard input.
package struct LineInput: Hashable, Sendable {
  package var lane: String
  package var descriptor: CInt
  package var terminator: Terminator

  package init(lane: String = "stdin", descriptor: CInt = 0, terminator: Terminator = .enter) {
    self.lane = lane
    self.descriptor = descriptor
    self.terminator = terminator
  }
}
