import Testing

extension CommandTests {
  @Suite struct DemoTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    @Test("without a terminal it plays the recordings, each with the verdict that it names, and exits 0")
    func shippedRecordings() async throws {
      let ending = try await Program("demo", "--format", "json").end()
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.errors == "")
      let verdicts = try ending.verdicts
      #expect(verdicts.map(\.verdict) == ["PASS", "FAIL", "NO_VERDICT", "FAIL", "NO_VERDICT", "PASS"])
      #expect(
        verdicts.map(\.codes) == [
          [], ["outcome_not_allowed"], ["unknown_outcome"], ["unknown_unit"], ["scan_overrun"], [],
        ])
      #expect(verdicts.allSatisfy { $0.shown == true })
    }

    @Test("it prints a line a verdict, and neither an address nor a key of this machine has a say")
    func lines() async throws {
      let demo = Program(
        ["demo", "--data", try recording(expecting: "FAIL")],
        environment: ["TOFUPILOT_URL": "http://127.0.0.1:1", "TOFUPILOT_API_KEY": "other"])
      let ending = try await demo.end()
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.lines.count { $0.contains("  demo  FAIL  ") } == 1)
    }

    @Test("a verdict that is not the one its recording names is told, and exits 1")
    func difference() async throws {
      let ending = try await Program("demo", "--data", try recording(expecting: "PASS")).end()
      #expect(ending.code == 1)
      #expect(ending.errors.contains(#"own.timeline: "7" is FAIL, not PASS"#))
    }

    @Test("a folder without a recording is an error, not a demonstration of nothing")
    func noRecording() async throws {
      _ = try files.file("recordings/notes.txt", "none yet")
      let ending = try await Program("demo", "--data", files.path).end()
      #expect(ending.code == 78)
      #expect(ending.errors.contains("no recording, a file NAME.timeline, in \(files.path)/recordings."))
    }

    /// A folder with one recording, of a unit that nobody knows.
    private func recording(expecting verdict: String) throws -> String {
      let timeline = """
        layout us
        terminator enter

        0.000000 KEY_7 down
        0.001000 KEY_7 up
        0.002000 KEY_ENTER down
        0.003000 KEY_ENTER up

        scan "7" -> \(verdict)

        """
      _ = try files.file("recordings/own.timeline", timeline)
      return files.path
    }
  }
}
