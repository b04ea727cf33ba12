import Testing

extension CommandTests {
  @Suite struct DoctorTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    private func doctor(
      _ configuration: String, _ options: String..., environment: [String: String] = [:]
    ) async throws -> Ending {
      let path = try files.file("station.yaml", configuration + "\njournal: {path: \(files.path)/journal.db}")
      return try await Program(["doctor", "--config", path] + options, environment: environment).end()
    }

    @Test("measures the way to the API and what an answer costs, and calls a stand-in what it is")
    func standIn() async throws {
      try await serving { url in
        let ending = try await doctor("", environment: ["TOFUPILOT_URL": url, "TOFUPILOT_API_KEY": "demo"])
        #expect(ending.code == 1)
        for words in [
          "warning  address", "ok       key", "ok       DNS", "ok       TCP", "ok       API", "TofuPilot", "scangate ",
          "TROUBLE  API", "a stand-in answers, not TofuPilot", "clock",
        ] {
          #expect(ending.output.contains(words), "\(words): \(ending)")
        }
        #expect(!ending.output.contains("ahead of TofuPilot's") && !ending.output.contains("behind TofuPilot's"))
        #expect(ending.lines.last?.contains(" troubles, ") == true)
      }
    }

    @Test("a refused key is told, and how to go on")
    func refusedKey() async throws {
      try await serving { url in
        let ending = try await doctor("", environment: ["TOFUPILOT_URL": url, "TOFUPILOT_API_KEY": "old"])
        #expect(ending.code == 1)
        #expect(ending.output.contains("refused (401)"))
        #expect(ending.output.contains("→ put a new key in place"))
      }
    }

    @Test("where nobody listens, the way ends there, and the rest is looked at all the same")
    func unreachable() async throws {
      let port = try ReservedPort()
      let ending = try await doctor("", environment: ["TOFUPILOT_URL": port.url, "TOFUPILOT_API_KEY": "quite-secret"])
      #expect(ending.code == 1)
      #expect(ending.output.contains("TROUBLE  TCP"))
      #expect(ending.output.contains("journal"))
      #expect(!ending.output.contains("quite-secret"))
    }

    @Test("a broken file is the trouble, and nobody is asked")
    func broken() async throws {
      let ending = try await doctor("scren: 1")
      #expect(ending.code == 1)
      #expect(ending.output.contains("scren: unknown key"))
      #expect(ending.output.contains("not seen API"))
    }

    @Test("a light that cannot be had is told, with its profile and port")
    func light() async throws {
      let ending = try await doctor(
        "indicators: [{lane: a, profile: lcus, port: /dev/scangate/none}, {lane: b, profile: nolight, port: /dev/scangate/other}]",
        environment: ["TOFUPILOT_URL": "http://127.0.0.1:9"])
      #expect(ending.code == 1)
      #expect(ending.output.contains("lcus on /dev/scangate/none: nothing is plugged in"), "\(ending)")
      #expect(ending.output.contains("nolight on /dev/scangate/other: no indicators/nolight.yaml"))
    }

    @Test("opens a light that nobody holds and leaves it safe; one that the agent holds is left to it")
    func openLight() async throws {
      let light = try FakeLight()
      _ = try files.file("indicators/words.yaml", FakeLight.profile)
      let text = "indicators: [{lane: stdin, profile: words, port: \(light.path)}]"
      let environment = ["TOFUPILOT_URL": "http://127.0.0.1:9", "TOFUPILOT_API_KEY": "demo"]
      let alone = try await doctor(text, "--data", files.path, environment: environment)
      #expect(alone.output.contains("ok       light          words on \(light.path): its port opens"), "\(alone)")
      try await light.shows("SAFE")
      light.release()
      let path = try files.file("agent.yaml", text)
      let run = ["run", "--stdin", "--format", "json", "--data", files.path, "--config", path]
      _ = try await Program(run, environment: environment).use { agent in
        try await agent.line { $0.type == "indicator" && $0.state == "attached" }
        let held = try await doctor(text, "--data", files.path, environment: environment)
        #expect(held.output.contains("words on \(light.path): held by the agent"), "\(held)")
      }
    }

    @Test("--json has an object a check, every key present")
    func json() async throws {
      let ending = try await doctor("", "--json", environment: ["TOFUPILOT_URL": "http://127.0.0.1:9"])
      #expect(ending.code == 1)
      #expect(ending.lines.count > 8)
      for line in ending.lines {
        #expect(line.hasPrefix(#"{"type":"check","subject":""#) && line.contains(#","next":"#), "\(line)")
      }
    }
  }
}
