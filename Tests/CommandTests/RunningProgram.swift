import Subprocess

/// The program at work: its three pipes, and the way to signal it.
struct RunningProgram: Sendable {
  typealias Child = Execution<FileDescriptorInput, FileDescriptorOutput, FileDescriptorOutput>

  let child: Child
  let input: WritingEnd
  let output: Transcript
  let errors: Transcript

  /// The next line of standard output that is wanted, as JSON; those before it are passed over.
  @discardableResult
  func line(_ isWanted: @Sendable (JSONLine) -> Bool) async throws -> JSONLine {
    var found: JSONLine
    repeat {
      found = try JSONLine(try await output.line { $0.hasPrefix("{") })
    } while !isWanted(found)
    return found
  }

  /// The next line of each kind that is wanted, in this order, whatever the order in which they come.
  func lines(_ wanted: (@Sendable (JSONLine) -> Bool)...) async throws -> [JSONLine] {
    var found = [JSONLine?](repeating: nil, count: wanted.count)
    while found.contains(where: { $0 == nil }) {
      let line = try await line { line in wanted.contains { $0(line) } }
      if let place = wanted.indices.first(where: { found[$0] == nil && wanted[$0](line) }) { found[place] = line }
    }
    return found.compactMap(\.self)
  }

  /// The next verdict.
  func verdict() async throws -> JSONLine {
    try await line { $0.type == "verdict" }
  }

  /// Scans, by standard input, and gives the verdict.
  func scan(_ text: String) async throws -> JSONLine {
    input.write(text + "\n")
    return try await verdict()
  }

  /// Waits until the station says that it is in this state.
  @discardableResult
  func station(is state: String) async throws -> JSONLine {
    try await line { $0.type == "station" && $0.state == state }
  }
}
