import Subprocess
import SystemPackage
import Testing

extension CommandTests {
  /// The ways in which an agent ends, and those in which it must not.
  @Suite struct RunEndTests {
    private let files: TemporaryFolder
    private let clock = ContinuousClock()

    init() throws {
      files = try TemporaryFolder()
    }

    @Test(
      "a signal ends it within a second, and what is in flight is told as interrupted",
      arguments: [Signal.terminate, .interrupt])
    func inFlight(signal: Signal) async throws {
      let patient = try files.file("patient.yaml", "{api: {deadline: 30s}, gate: {two_labels: 0s}}")
      let serials = (1...9).map { "SN-\($0)" }
      try await serving("--delay", "30s") { url in
        var signalled = clock.now
        let ending = try await Program.run("json", at: url, configuration: patient).use { agent in
          agent.input.write(serials.map { $0 + "\n" }.joined())
          // The ninth scan crowds out the first: from here on eight are in flight.
          #expect(try await agent.verdict().codes == ["superseded"])
          signalled = clock.now
          try agent.child.send(signal: signal)
          try await agent.station(is: "stopping")
        }
        #expect(clock.now - signalled < .seconds(1))
        #expect(ending.code == 0)
        #expect(ending.errors == "")
        let interrupted = try ending.verdicts.dropFirst()
        #expect(interrupted.map(\.serialNumber) == Array(serials.dropFirst()))
        #expect(interrupted.allSatisfy { $0.codes == ["interrupted"] && $0.verdict == "NO_VERDICT" })
        #expect(interrupted.map(\.shown) == [false, false, false, false, false, false, false, true])
      }
    }

    @Test("a signal ends it at rest, with its input still open", arguments: [Signal.terminate, .interrupt])
    func atRest(signal: Signal) async throws {
      try await serving { url in
        var signalled = clock.now
        let ending = try await Program.run("line", at: url).use { agent in
          _ = try await agent.output.line { $0.contains("  ready") }
          signalled = clock.now
          try agent.child.send(signal: signal)
          _ = try await agent.output.line { $0.contains("  stopping") }
        }
        #expect(clock.now - signalled < .seconds(1))
        #expect(ending.code == 0)
      }
    }

    @Test("a signal ends it while nobody listens on the server's port", arguments: [Signal.terminate, .interrupt])
    func unreachable(signal: Signal) async throws {
      let nobody = try ReservedPort()
      var signalled = clock.now
      let ending = try await Program.run("json", at: nobody.url).use { agent in
        try await agent.station(is: "hold")
        signalled = clock.now
        try agent.child.send(signal: signal)
        try await agent.station(is: "stopping")
      }
      #expect(clock.now - signalled < .seconds(1))
      #expect(ending.code == 0)
    }

    @Test("a reader that stands still keeps a signal from nothing", arguments: [Signal.terminate, .interrupt])
    func readerStandsStill(signal: Signal) async throws {
      try await serving { url in
        let output = try FileDescriptor.pipe()
        var signalled = clock.now
        let ending = try await Program.run("json", at: url).use(printingTo: output.writeEnd) { child, input, _ in
          // Its output is far more than a pipe holds. The last of its input fits in no pipe: it has read the scans.
          for number in 1...500 { input.write("no unit \(number)\n") }
          input.write([UInt8](repeating: 0x0A, count: 128 << 10))
          signalled = clock.now
          try child.send(signal: signal)
        }
        try output.readEnd.close()
        #expect(clock.now - signalled < .seconds(2))
        #expect(ending.code == 0, "\(ending)")
      }
    }

    @Test("a reader that is late loses no verdict at the input's end")
    func lateReader() async throws {
      let nobody = try ReservedPort()
      let output = try FileDescriptor.pipe()
      let ending = try await Program.run("json", at: nobody.url).use(printingTo: output.writeEnd) { _, input, _ in
        for number in 1...500 { input.write("no unit \(number)\n") }
        input.close()
        try await Task.sleep(for: .seconds(1))
        let verdicts = try Ending(output: await Transcript(of: output.readEnd).whole).verdicts
        #expect(verdicts.count == 500)
      }
      #expect(ending.code == 0)
    }

    @Test("once nobody reads what it tells, it ends by itself with 1 and says why, its input still open")
    func readerGoes() async throws {
      try await serving { url in
        let output = try FileDescriptor.pipe()
        try output.readEnd.close()
        let ending = try await Program.run("json", at: url).use(printingTo: output.writeEnd) { _, input, errors in
          input.write(Unit.passed + "\n")
          _ = try await errors.line { $0.contains("nobody reads standard output") }
        }
        #expect(ending.code == 1, "\(ending)")
      }
    }
  }
}
