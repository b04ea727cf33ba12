import ArgumentParser
import Glibc
import Settings

/// What ends a command: the sentence for its user, and the exit code that tells a script the same.
struct Problem: Error {
  let message: String
  let exitCode: ExitCode

  /// The configuration, the key or the shipped data is not as it must be (`EX_CONFIG`).
  static func configuration(_ message: String) -> Problem {
    Problem(message: message, exitCode: ExitCode(78))
  }

  static func configuration(_ error: ConfigurationError) -> Problem {
    .configuration("\(error)\nMend it, then: scangate config check")
  }

  static func failure(_ message: String) -> Problem {
    Problem(message: message, exitCode: .failure)
  }

  /// The first thing that is wrong, for a screen.
  var inOneLine: String {
    let lines = message.split(separator: "\n")
    guard let first = lines.first, let command = lines.dropFirst().last else { return message }
    let others = lines.count - 2
    return "\(first)\(others > 0 ? " (and \(others) more)" : ""). \(command)"
  }

  func tell() {
    standardError(message)
  }
}

/// Writes one line for a person.
func standardError(_ line: String) {
  let bytes = Array("scangate: \(line)\n".utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}
