import Subprocess
import Testing

extension CommandTests {
  /// An agent whose server is in trouble: it says so, gives no verdict, and comes back by itself.
  @Suite struct RunHoldTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    @Test("a key that is refused is HOLD, and the agent lives on")
    func keyRefused() async throws {
      try await serving { url in
        let ending = try await Program.run("json", at: url, key: "wrong").use { agent in
          let hold = try await agent.station(is: "hold")
          #expect(hold.cause?.contains("[unauthorized]") == true)
          #expect(try await agent.scan(Unit.passed).codes == ["unauthorized"])
          try agent.child.send(signal: .terminate)
          try await agent.station(is: "stopping")
        }
        #expect(ending.code == 0)
        #expect(!ending.output.contains("wrong\""), "the key is nowhere told")
      }
    }

    @Test("a server that nobody runs is HOLD and NO VERDICT unreachable, and once it runs the agent is ready by itself")
    func serverStartsLate() async throws {
      let apart = try files.file("apart.yaml", "gate: {two_labels: 0s}")
      let port = try ReservedPort()
      let ending = try await Program.run("json", at: port.url, configuration: apart).use { agent in
        let hold = try await agent.station(is: "hold")
        #expect(hold.cause?.contains("[unreachable]") == true)
        #expect(try await agent.scan(Unit.passed).codes == ["unreachable"])
        port.release()
        try await serving(port: port.number) { _ in
          try await agent.station(is: "ready")
          #expect(try await agent.scan(Unit.passed).verdict == "PASS")
        }
        // Gone again: the look-up that fails tells of it.
        agent.input.write(Unit.alsoPassed + "\n")
        let told = try await agent.lines({ $0.type == "verdict" }, { $0.type == "station" && $0.state == "hold" })
        #expect(told.first?.verdict == "NO_VERDICT")
      }
      #expect(ending.code == 0)
    }

    @Test(
      "a server in trouble is NO VERDICT within the deadline, and the station says HOLD",
      arguments: Trouble.all)
    func trouble(_ trouble: Trouble) async throws {
      let quick = try files.file("quick.yaml", "api: {deadline: 1s, connect_timeout: 500ms}")
      try await serving("--fault", trouble.fault) { url in
        let ending = try await Program.run("json", at: url, configuration: quick).use { agent in
          // Only units are mixed up there: who the key belongs to is answered well.
          try await agent.station(is: trouble.fault == "other-unit" ? "ready" : "hold")
          let clock = ContinuousClock()
          let began = clock.now
          let verdict = try await agent.scan(Unit.passed)
          #expect(clock.now - began < .seconds(3))
          #expect(verdict.verdict == "NO_VERDICT")
          #expect(verdict.codes == [trouble.reason])
        }
        #expect(ending.code == 0)
      }
    }

    @Test("the third 'scan again' in a row is a hold")
    func escalates() async throws {
      try await serving("--fault", "503") { url in
        let ending = try await Program.run("json", at: url).use { agent in
          for action in ["scan_again", "scan_again", "hold"] {
            let verdict = try await agent.scan(Unit.passed)
            #expect(verdict.reasons?.map(\.action) == [action])
          }
        }
        #expect(ending.code == 0)
      }
    }
  }
}
