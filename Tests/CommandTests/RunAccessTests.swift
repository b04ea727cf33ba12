import Testing

extension CommandTests {
  /// Another way to ask TofuPilot while the agent works: a key, a server, or any at all.
  @Suite struct RunAccessTests {
    private static let gate = "gate: {two_labels: 0s}\n"

    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    private func save(_ text: String) throws -> String {
      try files.file("scangate.yaml", text)
    }

    @Test("a key that was revoked is HOLD, and a new one is taken at once")
    func newKey() async throws {
      let key = try files.file("key", "revoked\n")
      try await serving { url in
        let path = try save("api: {key_file: \(key)}\n" + Self.gate)
        _ = try await Program.run("json", at: url, configuration: path).use { agent in
          #expect(try await agent.station(is: "hold").cause?.hasPrefix("[unauthorized]") == true)
          _ = try files.file("key", "demo\n")
          #expect(try await agent.station(is: "reloaded").changes == ["key"])
          try await agent.station(is: "ready")
          #expect(try await agent.scan(Unit.passed).verdict == "PASS")
        }
      }
    }

    @Test("another server takes over; the one before still answers what it was asked")
    func newServer() async throws {
      try await serving("--delay", "4s") { former in
        try await serving { url in
          let path = try save("api: {url: '\(former)'}\n" + Self.gate)
          _ = try await Program.run("json", at: url, configuration: path).use { agent in
            try await agent.station(is: "ready")
            agent.input.write(Unit.passed + "\n")
            _ = try save("api: {url: '\(url)'}\n" + Self.gate)
            #expect(try await agent.station(is: "reloaded").changes == ["api.url"])
            agent.input.write(Unit.failed + "\n")
            // The new one answers at once, and long before the other.
            #expect(try await agent.verdict().serialNumber == Unit.failed)
            let late = try await agent.verdict()
            #expect(late.serialNumber == Unit.passed && late.verdict == "PASS" && late.shown == false)
          }
        }
      }
    }

    @Test(
      "as a service it waits for its configuration and its key: HOLD and NO VERDICT until they are mended",
      arguments: [("gate: {policy: lastrun}\n", "demo"), ("gate: {two_labels: 0s}\n", nil), (nil, "demo")]
        as [(String?, String?)])
    func waits(text: String?, key: String?) async throws {
      let keyFile = files.path + "/key"
      let path = files.path + "/scangate.yaml"
      try await serving { url in
        let api = "api: {key_file: \(keyFile), url: '\(url)'}\n"
        if let text { _ = try save(api + text) }
        if let key { _ = try files.file("key", key) }
        let program = Program(
          ["run", "--stdin", "--format", "json", "--config", path],
          environment: ["NOTIFY_SOCKET": files.path + "/notify"])
        let ending = try await program.use { agent in
          let hold = try await agent.station(is: "hold")
          #expect(hold.cause?.hasPrefix("[not_configured] ") == true)
          let verdict = try await agent.scan(Unit.passed)
          #expect(verdict.codes == ["not_configured"] && verdict.verdict == "NO_VERDICT" && verdict.attempts == 0)
          _ = try save(api + Self.gate)
          _ = try files.file("key", "demo")
          let reloaded = try await agent.station(is: "reloaded")
          #expect(reloaded.changes?.contains(key == nil ? "key" : "gate.two_labels") == true)
          try await agent.station(is: "ready")
          #expect(try await agent.scan(Unit.passed).verdict == "PASS")
        }
        #expect(ending.code == 0, "\(ending)")
        #expect(ending.errors.hasPrefix("scangate: "), "the journal of the service has it too")
      }
    }
  }
}
