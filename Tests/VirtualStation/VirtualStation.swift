import Foundation
import Testing

/// The program on a whole computer, with scanners that are real down to the bus, one test after the other.
@Suite(
  "A virtual station", .serialized, .timeLimit(.minutes(2 + scansAtFullSpeed / 1000)),
  .disabled(if: Image.missing != nil && ProcessInfo.processInfo.environment["CI"] == nil, "\(Image.missing ?? "")"),
  BootedMachine())
enum VirtualStation {}

/// Boots the machine of a suite before its first test and switches it off after its last.
struct BootedMachine: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    if let missing = Image.missing { throw NoImage(reason: missing) }
    try await Machine.boot(try await Image()) { machine in
      try await Machine.$current.withValue(machine) { try await function() }
      print(Tally.shared)
    }
  }
}

/// Runs the agent in the machine, with nothing plugged in yet, and the stand-in on this computer, while `body` uses both.
func station(
  serving options: String..., configuration: String = "", _ body: (Agent, Machine) async throws -> Void
) async throws {
  try await standIn(serving: options) { try await station(at: $0, configuration: configuration, body) }
}

/// Runs the agent in the machine, with nothing plugged in yet, for an API at this URL.
func station(
  at url: String, configuration: String, _ body: (Agent, Machine) async throws -> Void
) async throws {
  let machine = try #require(Machine.current)
  try await machine.tidy()
  try await body(try await Agent(on: machine, at: url, configuration: configuration), machine)
}

/// Runs the stand-in on this computer while `body` uses it, by its URL as machines see it.
func standIn(serving options: [String] = [], _ body: (String) async throws -> Void) async throws {
  try await tethered([Image.program, "serve", "--port", "0"] + options) { server in
    let port = try await server.line { $0.hasPrefix("http://127.0.0.1:") }.split(separator: ":").last
    try await body("http://10.0.2.2:\(try #require(port))")
  }
}
