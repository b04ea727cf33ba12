import Floor
import Subprocess
import Testing

extension CommandTests {
  /// The agent with a light beside its lane, against a server that passes every unit and is no stand-in.
  @Suite struct RunLightTests {
    private let files: TemporaryFolder
    private let light: FakeLight
    private let server = "http://127.0.0.1:\(floor_serve())"

    init() throws {
      files = try TemporaryFolder()
      light = try FakeLight()
      _ = try files.file("indicators/words.yaml", FakeLight.profile)
    }

    private func agent(
      at url: String? = nil, port: String? = nil, lane: String = "stdin", _ more: String = ""
    ) throws -> Program {
      .run("json", "--data", files.path, at: url ?? server, configuration: try configuration(port, lane, more))
    }

    private func configuration(_ port: String? = nil, _ lane: String = "stdin", _ more: String = "") throws -> String {
      try files.file(
        "scangate.yaml", "indicators: [{lane: \(lane), profile: words, port: \(port ?? light.path)\(more)}]")
    }

    @Test(
      "shows the verdict on the light, and leaves it safe when a signal ends it", arguments: ["", ", required: true"])
    func terminated(more: String) async throws {
      let ending = try await agent(more).use { agent in
        try await agent.line { $0.type == "indicator" && $0.state == "attached" }
        try await light.shows("SAFE")
        try await light.shows("READY")
        #expect(try await agent.scan("SN-1").verdict == "PASS")
        try await light.shows("PASS SN-1")
        try agent.child.send(signal: .terminate)
      }
      #expect(ending.code == 0)
      let rest = try await light.rest()
      #expect(rest.last == "SAFE" && Set(rest) == ["SAFE"], "\(rest)")
    }

    @Test("leaves it safe when its input ends")
    func inputEnds() async throws {
      let ending = try await agent().use { agent in
        try await agent.line { $0.type == "indicator" && $0.state == "attached" }
        #expect(try await agent.scan("SN-1").verdict == "PASS")
      }
      #expect(ending.code == 0)
      #expect(try await light.rest().last == "SAFE")
    }

    @Test("killed, it leaves the light as it was, and `indicator safe` puts that right")
    func killed() async throws {
      _ = try await agent().use { agent in
        _ = try await agent.scan("SN-1")
        try await light.shows("PASS SN-1")
        try agent.child.send(signal: .kill)
      }
      light.release()
      let ending = try await Program("indicator", "safe", "--data", files.path, "--config", configuration()).end()
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.output == "words on \(light.path): in its safe state\n")
      #expect(try await light.rest().last == "SAFE")
    }

    @Test("without a light that is required there is no PASS, and it says what to do")
    func required() async throws {
      _ = try await agent(port: "/dev/scangate-no-light", ", required: true").use { agent in
        let lost = try await agent.line { $0.type == "indicator" }
        #expect(lost.state == "detached")
        #expect(lost.cause?.hasPrefix("nothing is plugged in that is /dev/scangate-no-light: plug it in") == true)
        let verdict = try await agent.scan("SN-1")
        #expect(verdict.verdict == "NO_VERDICT" && verdict.codes == ["indicator_lost"])
      }
    }

    @Test("a light whose lane there is not is told like one that is lost")
    func strayLane() async throws {
      _ = try await agent(lane: "stdim", ", required: true").use { agent in
        let lost = try await agent.line { $0.type == "indicator" && $0.state == "detached" }
        #expect(
          lost.cause?.hasPrefix(#"kept dark, no lane is called "stdim", there are ["stdin"]: mend its lane"#) == true)
        #expect(try await agent.scan("SN-1").verdict == "PASS")
      }
    }

    @Test("a light that is lost and not required is told, and every verdict given")
    func notRequired() async throws {
      _ = try await agent(port: "/dev/scangate-no-light").use { agent in
        let lost = try await agent.line { $0.type == "indicator" }
        #expect(lost.state == "detached")
        #expect(try await agent.scan("SN-1").verdict == "PASS")
      }
    }

    @Test("a stand-in's answer lights nothing")
    func standIn() async throws {
      try await serving { url in
        _ = try await agent(at: url).use { agent in
          try await agent.line { $0.cause?.hasPrefix("kept dark, the answers are a stand-in's") == true }
          let verdict = try await agent.scan(Unit.passed)
          #expect(verdict.verdict == "PASS")
        }
      }
      #expect(try await light.rest().allSatisfy { !$0.hasPrefix("PASS") })
    }

    @Test("a profile that is nowhere ends it with 78, and so does the check of the file")
    func noProfile() async throws {
      let file = try files.file("other.yaml", "indicators: [{profile: word, port: /dev/a}]")
      for command in [["run"], ["config", "check"]] {
        let ending = try await Program(command + ["--config", file], environment: ["TOFUPILOT_API_KEY": "demo"]).end()
        #expect(ending.code == 78, "\(ending)")
        #expect(ending.errors.contains("no indicators/word.yaml in "))
        #expect(ending.errors.contains("scangate indicator list"))
      }
    }
  }
}
