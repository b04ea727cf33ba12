import Floor
import Subprocess
import Testing

extension CommandTests {
  /// A light that the running agent holds, asked for from outside.
  @Suite struct LentLightTests {
    private let files: TemporaryFolder
    private let light: FakeLight
    private let configuration: String

    init() throws {
      files = try TemporaryFolder()
      light = try FakeLight()
      try files.file("indicators/words.yaml", FakeLight.profile)
      configuration = try files.file(
        "scangate.yaml", "{gate: {two_labels: 0s}, indicators: [{profile: words, port: \(light.path)}]}")
    }

    private var socket: String { files.path + "/agent.sock" }

    private var agent: Program {
      .run(
        "json", "--data", files.path, "--socket", socket, at: "http://127.0.0.1:\(floor_serve())",
        configuration: configuration)
    }

    private func indicator(_ arguments: String...) -> Program {
      Program(["indicator"] + arguments + ["--data", files.path, "--config", configuration, "--socket", socket])
    }

    @Test("a light that the agent holds is lent to be made safe, and shows the agent's signal again")
    func madeSafe() async throws {
      let safe = indicator("safe")
      _ = try await agent.use { agent in
        try await light.shows("READY")
        // What is claimed, the kernel keeps as long as the test's own end is open.
        light.release()
        let ending = try await safe.use { _ in
          let lent = try await agent.line { $0.type == "indicator" && $0.state == "detached" }
          #expect(lent.cause?.hasPrefix("the light is lent to scangate indicator safe (pid ") == true)
          try await light.shows("SAFE")
          light.release()
        }
        #expect(ending.code == 0, "\(ending)")
        #expect(ending.output.hasSuffix(": was in its safe state, and is the agent's again\n"))
        light.release()
        try await light.shows("READY")
      }
      light.release()
      let alone = try await safe.end()
      #expect(alone.code == 0 && alone.output.hasSuffix(": in its safe state\n"), "\(alone)")
    }

    @Test("a light is lent once: its lane holds and gives no PASS, until it is given back")
    func lightLent() async throws {
      _ = try await agent.use { agent in
        try await agent.line { $0.type == "indicator" && $0.state == "attached" }
        #expect(try await agent.scan("SN-1").verdict == "PASS")
        try await light.shows("PASS SN-1")
        let borrower = try SocketCaller(to: socket)
        borrower.says.write(#"{"borrow":{"what":"light","port":"\#(light.path)","by":"a test"}}"# + "\n")
        try await borrower.hears.text(to: #"{"lent":true}"#)
        #expect(try await light.shown(until: "SAFE").allSatisfy { !$0.hasPrefix("PASS") })
        let lent = try await agent.line { $0.type == "indicator" }
        #expect(lent.state == "detached" && lent.cause?.hasPrefix("the light is lent to a test (pid ") == true)
        #expect(try await agent.scan("SN-2").codes == ["indicator_lost"])
        let test = try await indicator("test", "--yes").end()
        #expect(test.code == 1 && test.errors.contains("the agent says no: lent to a test (pid "))

        light.release()
        borrower.hangUp()
        try await agent.line { $0.type == "indicator" && $0.state == "attached" }
        #expect(try await agent.scan("SN-3").verdict == "PASS")
        try await light.shows("PASS SN-3")
      }
      #expect(try await light.rest().last == "SAFE")
    }
  }
}
