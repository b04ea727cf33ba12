import ArgumentParser
import Glibc

/// What ends a command: the sentence for its user, and the exit code that tells a script the same.
struct Problem: Error {
  let message: String
  let exitCode: ExitCode

  /// The configuration, the key or the shipped data is not as it must be (`EX_CONFIG`).
  static func configuration(_ message: String) -> Problem {
    Problem(message: message, exitCode: ExitCode(78))
  }

  static func failure(_ message: String) -> Problem {
    Problem(message: message, exitCode: .failure)
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
