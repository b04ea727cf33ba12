import ArgumentParser
import Glibc

/// What `run`, `demo` and `watch` show.
enum Format: String, ExpressibleByArgument, CaseIterable {
  /// The operator's screen.
  case big
  /// One line a verdict.
  case line
  /// One JSON object a line.
  case json

  /// The screen on a terminal, lines elsewhere.
  static var standard: Format {
    isatty(STDOUT_FILENO) == 1 ? .big : .line
  }
}
