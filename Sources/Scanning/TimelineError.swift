/// A line of a timeline that cannot be read.
package struct TimelineError: Error, Hashable, CustomStringConvertible {
  /// Counted from 1.
  package var line: Int
  package var found: String
  package var allowed: String

  package init(line: Int, found: String, allowed: String) {
    self.line = line
    self.found = found
    self.allowed = allowed
  }

  package var description: String {
    "line \(line): found \(found); allowed: \(allowed)"
  }
}
