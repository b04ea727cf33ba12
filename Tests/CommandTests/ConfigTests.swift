import Testing

extension CommandTests {
  @Suite struct ConfigTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    @Test("the shipped file can be put in force")
    func shippedFile() async throws {
      let ending = try await Program("config", "check", "--config", "\(shipped)/scangate.yaml").end()
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.output.contains("can be put in force (sha256:"))
    }

    @Test(
      "every misspelt key is told at once, with file, line, column and what is meant; no command works by such a file",
      arguments: [["config", "check"], ["config", "show"], ["check", "A"], ["run", "--stdin"]])
    func misspelt(command: [String]) async throws {
      let path = try files.file(
        "station.yaml",
        """
        gate:
          alowed_outcomes: [PASS]
        scren:
          bell: true
        """)
      let ending = try await Program(command + ["--config", path], environment: ["TOFUPILOT_API_KEY": "key"]).end()
      #expect(ending.code == 78)
      #expect(ending.output == "")
      #expect(ending.errors.contains("\(path):2:3: gate.alowed_outcomes: unknown key; did you mean allowed_outcomes?"))
      #expect(ending.errors.contains("\(path):3:1: scren: unknown key; did you mean screen?"))
    }

    @Test(
      "a file that was named and is missing is an error", arguments: [["config", "check"], ["check", "A"], ["run"]])
    func missing(command: [String]) async throws {
      let path = files.path + "/missing.yaml"
      let ending = try await Program(command + ["--config", path], environment: ["TOFUPILOT_API_KEY": "key"]).end()
      #expect(ending.code == 78)
      #expect(ending.errors.contains(path))
    }

    @Test("without a key nothing is asked, and the three ways to give one are named", arguments: ["check", "run"])
    func missingKey(command: String) async throws {
      let arguments = [command, "--config", "/dev/null"] + (command == "check" ? ["A"] : ["--stdin"])
      let ending = try await Program(arguments).end()
      #expect(ending.code == 78)
      #expect(ending.output == "")
      for way in ["api.key_file", "tofupilot-api-key", "TOFUPILOT_API_KEY"] { #expect(ending.errors.contains(way)) }
    }

    @Test("a key file that others can read is refused, with the command that mends it")
    func openKeyFile() async throws {
      let key = try files.file("key", "secret", mode: 0o644)
      let path = try files.file("station.yaml", "api: {key_file: \(key)}")
      let ending = try await Program("check", "--config", path, "A").end()
      #expect(ending.code == 78)
      #expect(ending.errors.contains("chmod 600 \(key)"))
    }

    @Test("a credential of systemd is a key")
    func credential() async throws {
      _ = try files.file("tofupilot-api-key", "demo\n", mode: 0o400)
      try await serving { url in
        let check = Program(
          ["check", "--config", "/dev/null", Unit.passed],
          environment: ["CREDENTIALS_DIRECTORY": "\(files.path)", "TOFUPILOT_URL": "\(url)"])
        let ending = try await check.end()
        #expect(ending.code == 0)
      }
    }

    @Test("show tells each value and where it comes from, and never the key")
    func show() async throws {
      let path = try files.file("station.yaml", "{station: {name: FINAL-3}, gate: {two_labels: 250ms}}")
      let ending = try await Program(
        ["config", "show", "--config", path],
        environment: ["TOFUPILOT_API_KEY": "quite-secret", "TOFUPILOT_URL": "http://127.0.0.1:8765"]
      ).end()
      #expect(ending.code == 0)
      #expect(!ending.output.contains("quite-secret"))
      for (value, source) in [
        ("API key: <redacted>, from", "TOFUPILOT_API_KEY"), ("name: FINAL-3", "line 1"),
        ("two_labels: 250ms", "line 1"),
        ("url: http://127.0.0.1:8765", "TOFUPILOT_URL"), ("policy: creating-run", "default"),
        ("duplicate_window: 1500ms", "default"),
      ] {
        let line = ending.lines.first { $0.contains(value) }
        #expect(line?.contains(source) == true, "\(value): \(line ?? "not shown")")
      }
    }

    @Test("show --layout lists what a scanner of that layout can type, and a misspelt one is told with what exists")
    func layout() async throws {
      let german = try await Program("config", "show", "--layout", "de").end()
      #expect(german.code == 0)
      for character in "azAZ09-_.:+äöüßÄÖÜ@€" { #expect(german.output.contains(character), "\(character)") }
      let misspelt = try await Program("config", "show", "--layout", "dee").end()
      #expect(misspelt.code == 78)
      #expect(misspelt.output == "")
      #expect(misspelt.errors.contains("no keyboard layout is called \"dee\""))
      #expect(misspelt.errors.contains("us, gb, de"))
    }
  }
}
