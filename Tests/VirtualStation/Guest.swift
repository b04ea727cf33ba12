import FoundationEssentials
import Synchronization

/// The shell of the booted machine.
final class Guest: Sendable {
  private let port: Conversation
  /// Of the commands so far.
  private let count = Atomic(0)

  /// Waits until it has booted.
  init(at port: Conversation) async throws {
    self.port = port
    _ = try await port.line { $0 == "ready" }
  }

  /// Runs a line of shell, as root, and gives what it printed.
  @discardableResult
  func run(_ command: String) async throws -> String {
    let (output, status) = try await attempt(command)
    guard status == 0 else { throw Failed(command: command, status: status, output: output) }
    return output
  }

  /// Runs a line of shell, and gives what it printed and its exit status.
  func attempt(_ command: String) async throws -> (output: String, status: Int) {
    let number = count.add(1, ordering: .relaxed).newValue
    try port.say("\(number) \(command)")
    var output: [String] = []
    while true {
      let line = try await port.line()
      let words = line.split(separator: " ")
      if words.first == "=", words.count == 3, let status = Int(words[2]) {
        while output.last == "" { output.removeLast() }
        if words[1] == "\(number)" { return (output.joined(separator: "\n"), status) }
        // That was the end of a command whose test did not wait for it.
        output = []
      } else {
        output.append(line)
      }
    }
  }

  /// Writes a file that everybody may read.
  func write(_ text: String, to path: String) async throws {
    try await run("echo \(Data(text.utf8).base64EncodedString()) | base64 -d > \(path)")
  }

  /// Waits until this condition of the shell holds, for 2000 looks at most.
  func awaits(_ condition: String) async throws {
    try await run(
      "tries=2000; until \(condition); do tries=$((tries - 1)); [ $tries -gt 0 ] || break; usleep 10000; done; \(condition)"
    )
  }

  struct Failed: Error {
    let command: String
    let status: Int
    let output: String
  }
}
