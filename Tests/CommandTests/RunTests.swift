import Testing

extension CommandTests {
  @Suite struct RunTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    @Test("a verdict comes through a pipe at once, while the input stays open")
    func atOnce() async throws {
      let apart = try files.file("apart.yaml", "gate: {two_labels: 0s}")
      try await serving { url in
        let ending = try await Program.run("json", at: url, configuration: apart).use { agent in
          #expect(try await agent.station(is: "ready").standIn == true)
          for (serial, verdict) in [(Unit.passed, "PASS"), (Unit.failed, "FAIL"), (Unit.unknownOutcome, "NO_VERDICT")] {
            let line = try await agent.scan(serial)
            #expect(line.serialNumber == serial)
            #expect(line.verdict == verdict)
            #expect(line.shown == true)
          }
        }
        #expect(ending.code == 0)
        #expect(ending.errors == "")
      }
    }

    @Test("a line a verdict says the same to a person, at once too")
    func lines() async throws {
      try await serving { url in
        let ending = try await Program.run("line", at: url).use { agent in
          _ = try await agent.output.line { $0.hasSuffix("ready  STAND-IN: the answers are not TofuPilot's") }
          agent.input.write(Unit.failed + "\n")
          let line = try await agent.output.line { $0.contains(Unit.failed) }
          #expect(line.contains("  stdin  FAIL  "))
          #expect(line.contains("[outcome_not_allowed] first run FAIL · PCB Assembly · 12 Mar 2026"))
          #expect(line.contains("> STOP. Put the unit on REWORK."))
        }
        #expect(ending.code == 0)
      }
    }

    @Test("when its input ends, all that is in flight is answered first")
    func inputEnds() async throws {
      let apart = try files.file("apart.yaml", "gate: {two_labels: 0s}")
      let serials = [Unit.passed, Unit.failed, Unit.alsoPassed, Unit.unknown]
      try await serving("--delay", "300ms") { url in
        let ending = try await Program.run("json", at: url, configuration: apart)
          .end(input: serials.map { $0 + "\n" }.joined())
        #expect(ending.code == 0)
        let verdicts = try ending.verdicts
        #expect(Set(verdicts.map(\.serialNumber)) == Set(serials))
        #expect(verdicts.count == serials.count)
        for line in verdicts {
          #expect(
            line.verdict == (line.serialNumber == Unit.passed || line.serialNumber == Unit.alsoPassed ? "PASS" : "FAIL")
          )
          // Only the newest scan owns the lane.
          #expect(line.shown == (line.serialNumber == Unit.unknown))
        }
      }
    }

    @Test("a line that its input cuts off is no scan, and an empty one is none either")
    func cutOff() async throws {
      try await serving { url in
        let verdicts = try await Program.run("json", at: url).end(input: "\n\r\n\n" + Unit.passed).verdicts
        #expect(verdicts.map(\.codes) == [["scan_cut"]])
      }
    }

    @Test("two numbers at once are two labels: no verdict for either, though the first has passed")
    func twoLabels() async throws {
      let wide = try files.file("wide.yaml", "gate: {two_labels: 5s}")
      try await serving { url in
        let ending = try await Program.run("json", at: url, configuration: wide).use { agent in
          let first = try await agent.scan(Unit.passed)
          #expect(first.verdict == "PASS")
          agent.input.write(Unit.alsoPassed + "\n")
        }
        let verdicts = try ending.verdicts
        #expect(verdicts.map(\.serialNumber) == [Unit.passed, Unit.passed, Unit.alsoPassed])
        #expect(verdicts.map(\.codes) == [[], ["two_labels"], ["two_labels"]])
        #expect(verdicts.map(\.shown) == [true, true, true])
      }
    }

    @Test("the same number again shows the same verdict without a call, but a NO VERDICT is asked anew")
    func duplicateWindow() async throws {
      let wide = try files.file("wide.yaml", "gate: {duplicate_window: 60s, two_labels: 0s}")
      try await serving { url in
        let ending = try await Program.run("json", at: url, configuration: wide).use { agent in
          for serial in [Unit.passed, Unit.passed.lowercased(), Unit.unknownOutcome, Unit.unknownOutcome, Unit.passed] {
            _ = try await agent.scan(serial)
          }
        }
        let verdicts = try ending.verdicts
        #expect(verdicts.map(\.verdict) == ["PASS", "PASS", "NO_VERDICT", "NO_VERDICT", "PASS"])
        #expect(verdicts.map(\.attempts) == [1, 0, 1, 1, 1])
      }
    }

    @Test("no hostile line is a PASS or reaches the terminal raw", arguments: ["line", "json"])
    func hostile(format: String) async throws {
      try await serving { url in
        let ending = try await Program.run(format, at: url).use { agent in
          _ = try await agent.output.line { $0.contains("ready") }
          for text in HostileText.all { agent.input.write(text + "\n") }
          agent.input.write([0xFF, 0xC0, 0x80, 0x00, 0x0A, 0xED, 0xA0, 0x80, 0x41, 0x0A])
        }
        #expect(ending.code == 0)
        #expect(ending.unprintable == [])
        #expect(ending.lines.count >= HostileText.all.count + 2)
        if format == "json" {
          #expect(try ending.verdicts.allSatisfy { $0.verdict != "PASS" })
        } else {
          #expect(!ending.output.contains("> PASS IT ON"))
        }
      }
    }
  }
}
