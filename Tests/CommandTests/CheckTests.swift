import FoundationEssentials
import SystemPackage
import Testing

extension CommandTests {
  @Suite struct CheckTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    @Test(
      "the exit code is 0 if all pass, 2 if any has no verdict, else 1",
      arguments: [
        ([Unit.passed], 0), ([Unit.passed, Unit.alsoPassed], 0), ([Unit.failed], 1), ([Unit.unknown, Unit.passed], 1),
        ([Unit.unknownOutcome], 2), ([Unit.unknownOutcome, Unit.failed], 2), ([Unit.failed, Unit.unknownOutcome], 2),
      ] as [([String], Int32)])
    func exitCode(serials: [String], code: Int32) async throws {
      try await serving { url in
        let ending = try await Program.check(serials, at: url).end()
        #expect(ending.code == code, "\(ending)")
        #expect(ending.errors == "")
      }
    }

    @Test("verdicts come in the order of the arguments, one line each, the same number as often as it is asked for")
    func order() async throws {
      let serials = [Unit.failed, Unit.passed, Unit.unknown, Unit.passed, Unit.unknownOutcome, Unit.passed]
      try await serving("--delay", "20ms") { url in
        let lines = try await Program.check(serials, at: url).end().lines
        #expect(lines.count == serials.count)
        for (line, serial) in zip(lines, serials) { #expect(line.contains(serial)) }
        #expect(lines.map { $0.contains("  PASS  ") } == [false, true, false, true, false, true])
        let json = try await Program.check(serials, "--json", at: url).end().json
        #expect(json.map(\.serialNumber) == serials)
        #expect(json.map(\.verdict) == ["FAIL", "PASS", "FAIL", "PASS", "NO_VERDICT", "PASS"])
        #expect(json.map(\.attempts) == [1, 1, 1, 1, 1, 1])
      }
    }

    @Test(
      "--json has every key, be it a pass, a failure or no scan at all", arguments: [Unit.passed, Unit.failed, "A?x=1"])
    func keys(serial: String) async throws {
      try await serving { url in
        let line = try await Program.check([serial], "--json", at: url).end().output
        var keys = [
          "type", "at", "station", "lane", "scan", "serial_number", "verdict", "shown", "reasons", "policy", "rule",
          "unit",
          "run", "attempts", "latency_ms", "config", "symbology",
        ]
        if serial != Unit.passed { keys += ["code", "action", "text"] }
        if serial != "A?x=1" {
          keys += [
            "id", "part_number", "part_name", "revision_number", "batch_number", "sample", "outcome", "procedure_id",
            "procedure", "ended_at",
          ]
        }
        for key in keys { #expect(line.contains("\"\(key)\":"), "\(key)") }
        #expect(line.contains(#""config":"sha256:"#))
      }
    }

    @Test("a reader that is late loses no verdict, however many there are")
    func lateReader() async throws {
      let nobody = try ReservedPort()
      let output = try FileDescriptor.pipe()
      let check = Program.check((1...500).map { "no unit \($0)" }, "--json", at: nobody.url)
      let ending = try await check.use(printingTo: output.writeEnd) { _, _, _ in
        try await Task.sleep(for: .seconds(1))
        let verdicts = try Ending(output: await Transcript(of: output.readEnd).whole).verdicts
        #expect(verdicts.count == 500)
      }
      #expect(ending.code == 2)
    }

    @Test("what it quotes of a number it escapes once")
    func escapedOnce() async throws {
      let ending = try await Program.check(["A\tB"], at: "http://127.0.0.1:9").end()
      #expect(ending.output.contains(#"  A\u{9}B  [bad_scan] "A\u{9}B" has "\u{9}" (U+0009), which no"#), "\(ending)")
    }

    @Test("no hostile text is a PASS, leaves its path segment or reaches the terminal raw", arguments: [true, false])
    func hostile(isJSON: Bool) async throws {
      try await serving { url in
        let check =
          isJSON ? Program.check(HostileText.all, "--json", at: url) : Program.check(HostileText.all, at: url)
        let ending = try await check.end()
        #expect(ending.code == 2)
        #expect(ending.unprintable == [])
        #expect(ending.lines.count == HostileText.all.count)
        if isJSON {
          let verdicts = try ending.json
          #expect(verdicts.map(\.scan) == HostileText.all)
          for verdict in verdicts {
            #expect(verdict.verdict != "PASS", "\(verdict)")
            // One of them is a serial number after all, only of no unit.
            #expect(verdict.codes == [verdict.scan == "PASS" ? "unknown_unit" : "bad_scan"])
          }
        } else {
          #expect(!ending.output.contains("> PASS IT ON"))
          for line in ending.lines { #expect(line.utf8.count < 1000) }
        }
      }
    }

    @Test("characters of all kinds can be allowed, and still none leaves its path segment")
    func anyCharacters() async throws {
      let any = try files.file("any.yaml", "gate: {serial_characters: any}")
      let serials = ["../runs", "../whoami", "A?x=1", "A#x", "%2e%2e", "A/B", "%2e%2e%2fwhoami", "\u{212A}-1"]
      try await serving { url in
        let verdicts = try await Program.check(serials, "--json", at: url, configuration: any).end().json
        #expect(verdicts.map(\.codes) == serials.map { _ in ["unknown_unit"] })
      }
    }

    @Test("a server in trouble is NO VERDICT within the deadline", arguments: Trouble.all)
    func trouble(_ trouble: Trouble) async throws {
      let quick = try files.file("quick.yaml", "api: {deadline: 1s, connect_timeout: 500ms}")
      try await serving("--fault", trouble.fault) { url in
        let clock = ContinuousClock()
        let began = clock.now
        let ending = try await Program.check([Unit.passed], "--json", at: url, configuration: quick).end()
        #expect(clock.now - began < .seconds(4))
        #expect(ending.code == 2)
        #expect(try ending.json.map(\.codes) == [[trouble.reason]])
      }
    }

    @Test("a 404 with the API's own body is an unknown unit, a server that nobody runs is unreachable")
    func unknownAndUnreachable() async throws {
      try await serving("--fault", "404") { url in
        let ending = try await Program.check([Unit.passed], "--json", at: url).end()
        #expect(ending.code == 1)
        #expect(try ending.json.map(\.codes) == [["unknown_unit"]])
      }
      let nobody = try ReservedPort()
      let ending = try await Program.check([Unit.passed], "--json", at: nobody.url).end()
      #expect(ending.code == 2)
      #expect(try ending.json.map(\.codes) == [["unreachable"]])
    }

    @Test(
      "a command line that makes no sense exits 64 and says how it is done",
      arguments: [
        ["check"], ["check", "--no-such-option", "A"], ["check", "A", "--config"], ["chekc", "A"],
        ["run", "--format", "loud"],
        ["run", "A"], ["serve", "--fault", "999"], ["serve", "--delay", "5"], ["serve", "--port", "http"], ["replay"],
      ])
    func usage(arguments: [String]) async throws {
      let ending = try await Program(arguments).end()
      #expect(ending.code == 64, "\(ending)")
      #expect(ending.output == "")
      #expect(ending.errors.contains("Usage: scangate"))
    }
  }
}
