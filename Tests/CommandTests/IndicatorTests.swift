import Subprocess
import Testing

extension CommandTests {
  /// The lights, driven by hand.
  @Suite struct IndicatorTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
      _ = try files.file("indicators/words.yaml", FakeLight.profile)
    }

    @Test("lists every profile by name, the site's own among the shipped ones")
    func list() async throws {
      let ending = try await Program("indicator", "list", "--data", files.path).end()
      #expect(ending.code == 0, "\(ending)")
      #expect(
        ending.lines.contains {
          $0.hasPrefix("words ") && $0.hasSuffix("  words  (\(files.path)/indicators/words.yaml)")
        })
      #expect(ending.lines.contains { $0.hasPrefix("adafruit-tower ") })
      #expect(ending.lines.map(String.init) == ending.lines.map(String.init).sorted())
    }

    @Test("lists them for programs too")
    func listForPrograms() async throws {
      let ending = try await Program("indicator", "list", "--json", "--data", files.path).end()
      #expect(ending.code == 0, "\(ending)")
      #expect(
        ending.lines.contains(
          #"{"type":"profile","name":"words","light":"words","path":"\#(files.path)/indicators/words.yaml"}"#))
      #expect(try ending.json.allSatisfy { $0.type == "profile" })
    }

    @Test("a profile that cannot be read is told, and the others are listed")
    func broken() async throws {
      let path = try files.file("indicators/broken.yaml", "light: x")
      let ending = try await Program("indicator", "list", "--data", files.path).end()
      #expect(ending.code == 1)
      #expect(ending.errors.contains("\(path):1:1: written_as: missing"))
      #expect(ending.lines.contains { $0.hasPrefix("words ") })
    }

    @Test("a dry run prints all that would be sent, and opens nothing")
    func dryRun() async throws {
      let ending = try await Program("indicator", "test", "--profile", "adafruit-tower", "--dry-run").end()
      #expect(ending.code == 0, "\(ending)")
      #expect(
        ending.output == """
          open: 24 22 21, 28
          READY: 24 22 21
          READING: 24 22 21
          CHECKING: 24 22 21 12
          PASS: 22 21 14
          FAIL: 24 22 21 11
          NO VERDICT: 24 21 42
          HOLD: 24 21 42
          SCANNER LOST: 24 41 42
          STOPPING: 24 22 21
          close: 24 22 21, 28

          """)
    }

    @Test("a test walks the light through every signal, and leaves it safe", .timeLimit(.minutes(1)))
    func walk() async throws {
      let light = try FakeLight()
      let ending = try await Program(
        "indicator", "test", "--profile", "words", "--port", light.path, "--data", files.path
      ).end()
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.lines.contains("PASS: green"))
      let shown = try await light.rest().filter { $0 != "DARK" }
      let walk = ["READY", "CHECKING", "PASS SN-2024-001234", "FAIL", "NOVERDICT", "HOLD", "LOST"]
      #expect(shown.filter(walk.contains) == walk)
      #expect(shown.first == "SAFE" && shown.last == "SAFE")
    }

    @Test("a test that is broken off leaves the light safe")
    func brokenOff() async throws {
      let light = try FakeLight()
      let test = Program("indicator", "test", "--profile", "words", "--port", light.path, "--data", files.path)
      let ending = try await test.use { test in
        try await light.shows("PASS SN-2024-001234")
        try test.child.send(signal: .interrupt)
      }
      #expect(ending.code == 1)
      #expect(try await light.rest().last == "SAFE")
    }

    @Test("on a terminal it asks of each signal, and names those that were not as they must be")
    func asks() async throws {
      let (light, terminal) = (try FakeLight(), try PseudoTerminal())
      let test = Program("indicator", "test", "--profile", "words", "--port", light.path, "--data", files.path)
      let ending = try await test.use(on: terminal) { _ in
        for signal in [
          "READY", "READING", "CHECKING", "PASS", "FAIL", "NO VERDICT", "HOLD", "SCANNER LOST", "STOPPING",
        ] {
          try await terminal.shown.text(to: "\(signal): ")
          try await terminal.shown.text(to: "? [y/n] ")
          terminal.keys.write(signal == "FAIL" ? "n\r" : "y\r")
        }
        try await terminal.shown.text(to: "not as it must be: FAIL. ")
      }
      #expect(ending.code == 1)
      #expect(try await light.rest().last == "SAFE")
    }

    @Test("a light that is not there, and none that is meant, are told")
    func absent() async throws {
      let none = try await Program("indicator", "test", "--config", "/dev/null").end()
      #expect(none.code == 78)
      #expect(none.errors.contains("scangate indicator test --profile NAME --port /dev/"))
      let absent = try await Program(
        "indicator", "test", "--profile", "lcus", "--port", "/dev/scangate-no-light"
      ).end()
      #expect(absent.code == 1)
      #expect(absent.errors.contains("nothing is plugged in that is /dev/scangate-no-light"))
      let safe = try await Program("indicator", "safe", "--config", "/dev/null").end()
      #expect(safe.code == 0, "a station without a light has none to darken")
    }
  }
}
