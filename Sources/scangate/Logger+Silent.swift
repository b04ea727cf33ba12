import Logging

extension Logger {
  /// For a library that wants a logger and has nothing to tell that an operator could use.
  static let silent = Logger(label: "scangate") { _ in SwiftLogNoOpLogHandler() }
}
