import Floor
import Foundation
import Subprocess
import Testing

extension CommandTests {
  /// A configuration that is saved while the agent works.
  @Suite struct RunReloadTests {
    private static let strict = "gate: {two_labels: 0s}\n"
    private static let lax = "gate: {two_labels: 0s, allowed_outcomes: [PASS, FAIL]}\n"

    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    private func save(_ text: String) throws -> String {
      try files.file("scangate.yaml", text)
    }

    /// The agent with this configuration and with the profiles that are saved beside it.
    private func agent(_ configuration: String) throws -> Program {
      .run(
        "json", "--data", files.path, at: "http://127.0.0.1:\(floor_serve())", configuration: try save(configuration))
    }

    @Test("what is saved is in force for the next scan; a verdict in flight ends under the rules it began with")
    func saved() async throws {
      try await serving("--delay", "1s") { url in
        _ = try await Program.run("json", at: url, configuration: save(Self.strict)).use { agent in
          try await agent.station(is: "ready")
          agent.input.write(Unit.failed + "\n")
          _ = try save(Self.lax)
          #expect(try await agent.station(is: "reloaded").changes == ["gate.allowed_outcomes"])
          let former = try await agent.verdict()
          #expect(former.verdict == "FAIL" && former.shown == false, "told, and shown to nobody")
          let next = try await agent.scan(Unit.failed)
          #expect(next.verdict == "PASS" && next.shown == true)
          #expect(next.config != former.config)
        }
      }
    }

    @Test("where nothing is watched, SIGHUP has it read, and answers in any case")
    func hangUp() async throws {
      try await serving { url in
        let path = try save("watch: false\n" + Self.strict)
        _ = try await Program.run("json", at: url, configuration: path).use { agent in
          try await agent.station(is: "ready")
          try agent.child.send(signal: .terminalClosed)
          #expect(try await agent.station(is: "reloaded").cause == "nothing changed")
          _ = try save("watch: false\nhealth: 127.0.0.1:9090\n" + Self.lax)
          #expect(try await agent.scan(Unit.failed).verdict == "FAIL")
          try agent.child.send(signal: .terminalClosed)
          let reloaded = try await agent.station(is: "reloaded")
          #expect(reloaded.changes == ["gate.allowed_outcomes"])
          #expect(reloaded.cause == "only after a restart: health")
          #expect(try await agent.scan(Unit.failed).verdict == "PASS")
        }
      }
    }

    @Test("a file that is broken changes nothing, and says so until it is mended", arguments: ["file", "gate file"])
    func broken(which: String) async throws {
      let gate = try files.file("gate.yaml", "two_labels: 0s\nallowed_outcomes: PASS\n")
      let path = try which == "file" ? save(Self.strict) : save("gate_file: \(gate)\n")
      try await serving { url in
        _ = try await Program.run("json", at: url, configuration: path).use { agent in
          try await agent.station(is: "ready")
          if which == "file" {
            _ = try save("gate:\n  alowed_outcomes: [PASS, FAIL]\n")
          } else {
            _ = try files.file("gate.yaml", "\n  alowed_outcomes: [PASS, FAIL]\n")
          }
          let place = which == "file" ? path : gate
          #expect(
            try await agent.station(is: "refused").cause == """
              \(place):2:3: gate.alowed_outcomes: unknown key; did you mean allowed_outcomes?. \
              Mend it, then: scangate config check. The rules before stay in force
              """)
          #expect(try await agent.scan(Unit.failed).verdict == "FAIL")
          _ =
            try which == "file" ? save(Self.lax) : files.file("gate.yaml", "{two_labels: 0s, allowed_outcomes: [FAIL]}")
          #expect(try await agent.station(is: "reloaded").changes == ["gate.allowed_outcomes"])
          #expect(try await agent.scan(Unit.failed).verdict == "PASS")
        }
      }
    }

    @Test("a file that is gone loses no rules, and back as it was it changes nothing")
    func gone() async throws {
      try await serving { url in
        let path = try save(Self.lax)
        _ = try await Program.run("json", at: url, configuration: path).use { agent in
          try await agent.station(is: "ready")
          try FileManager.default.removeItem(atPath: path)
          try await agent.station(is: "refused")
          #expect(try await agent.scan(Unit.failed).verdict == "PASS")
          _ = try save(Self.lax)
          #expect(try await agent.station(is: "reloaded").cause == "nothing changed")
        }
      }
    }

    @Test("a light that is the same is not touched; another one is opened when the old one is safe")
    func lights() async throws {
      let light = try FakeLight()
      _ = try files.file("indicators/words.yaml", FakeLight.profile)
      let lit = "indicators: [{lane: stdin, profile: words, port: \(light.path)}]\n"
      _ = try await agent(Self.strict + lit).use { agent in
        try await light.shows("READY")
        _ = try save(Self.lax + lit)
        try await agent.station(is: "reloaded")
        _ = try await agent.scan("SN-1")
        #expect(try await light.shown(until: "PASS SN-1").contains("SAFE") == false)
        _ = try save(Self.lax + lit.replacing("words,", with: "words, pass_time: 1s,"))
        #expect(try await agent.station(is: "reloaded").changes == ["indicators[0].pass_time"])
        try await light.shows("SAFE")
        light.release()
        try await light.shows("READY")
        _ = try save(Self.lax)
        #expect(try await agent.line { $0.type == "indicator" && $0.state == "removed" }.lane == "stdin")
      }
      #expect(try await light.rest().last == "SAFE")
    }

    @Test("a profile that is saved is in force; one that is broken leaves the light as it was")
    func profile() async throws {
      let light = try FakeLight()
      let words = try files.file("indicators/words.yaml", FakeLight.profile)
      let lit = "indicators: [{lane: stdin, profile: words, port: \(light.path)}]\n"
      _ = try await agent(Self.strict + lit).use { agent in
        try await light.shows("READY")
        _ = try files.file("indicators/words.yaml", "light: words\n")
        #expect(try await agent.station(is: "refused").cause?.hasPrefix(words) == true)
        _ = try await agent.scan("SN-1")
        try await light.shows("PASS SN-1")
        _ = try files.file("indicators/words.yaml", FakeLight.profile.replacing("'PASS", with: "'GREEN"))
        #expect(try await agent.station(is: "reloaded").changes == ["indicators"])
        try await light.shows("SAFE")
        light.release()
        try await light.shows("READY")
        _ = try await agent.scan("SN-2")
        try await light.shows("GREEN SN-2")
      }
    }

    @Test("a hundred reloads lose no scan, and each verdict is of the configuration that it names")
    func hundred() async throws {
      try await serving { url in
        let path = try save("watch: false\n" + Self.strict)
        var answers: [String: Set<String>] = [:]
        let ending = try await Program.run("json", at: url, configuration: path).use { agent in
          try await agent.station(is: "ready")
          for number in 1...100 {
            let text = "watch: false\n" + (number % 2 == 0 ? Self.strict : Self.lax)
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            try agent.child.send(signal: .terminalClosed)
            agent.input.write(Unit.failed + "\n" + Unit.passed + "\n")
            for _ in 1...2 {
              let line = try await agent.verdict()
              guard line.serialNumber == Unit.failed else { continue }
              answers[line.config ?? "", default: []].insert(line.verdict ?? "")
            }
          }
        }
        let verdicts = try ending.verdicts
        #expect(verdicts.count == 200)
        #expect(answers.count == 2 && Set(answers.values) == [["PASS"], ["FAIL"]], "\(answers)")
      }
    }
  }
}
