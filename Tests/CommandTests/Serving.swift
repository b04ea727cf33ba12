import Subprocess
import Testing

/// Runs the stand-in as its own program while `body` uses its address.
func serving(_ options: String..., port: Int = 0, _ body: (String) async throws -> Void) async throws {
  let ending = try await Program(["serve", "--port", "\(port)"] + options).use { server in
    try await body(try await server.output.line { $0.hasPrefix("http://127.0.0.1:") })
    try server.child.send(signal: .terminate)
  }
  #expect(ending.code == 0, "\(ending)")
}
