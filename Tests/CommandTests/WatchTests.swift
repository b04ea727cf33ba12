import Floor
import Subprocess
import Testing

extension CommandTests {
  /// The running agent, watched from outside.
  @Suite struct WatchTests {
    private static let left = "\u{1B}[?1049l"
    private static let stopped = "STATION STOPPED since"

    private let files: TemporaryFolder
    private let terminal: PseudoTerminal
    private let clock = ContinuousClock()
    private let server = "http://127.0.0.1:\(floor_serve())"

    init() throws {
      files = try TemporaryFolder()
      terminal = try PseudoTerminal()
    }

    private var socket: String { files.path + "/agent.sock" }

    private func agent(_ configuration: String = "/dev/null") -> Program {
      .run("json", "--data", files.path, "--socket", socket, at: server, configuration: configuration)
    }

    private func watch(_ options: String...) -> Program {
      Program(["watch", "--socket", socket] + options)
    }

    @Test("the agent's screen comes up; killed, it is STOPPED within two seconds; back, it is there again by itself")
    func killed() async throws {
      let found = terminal.modes
      let ending = try await watch().use(on: terminal) { child in
        try await terminal.shown.text(to: "no agent is at")
        _ = try await agent().use { agent in
          try await terminal.shown.text(to: "SCAN A UNIT")
          _ = try await agent.scan("SN-1")
          try await terminal.shown.text(to: "PASS IT ON")
          let killed = clock.now
          try agent.child.send(signal: .kill)
          try await terminal.shown.text(to: Self.stopped)
          #expect(clock.now - killed < .seconds(2))
        }
        _ = try await agent().use { agent in
          try await terminal.shown.text(to: "SCAN A UNIT")
          _ = try await agent.scan("SN-2")
          try await terminal.shown.text(to: "S N - 2")
        }
        // Its input has ended, and so has it.
        try await terminal.shown.text(to: Self.stopped)
        terminal.keys.write("\u{03}")
        try await terminal.shown.text(to: Self.left)
      }
      #expect(ending.code == 0)
      #expect(terminal.modes == found)
    }

    @Test("an agent that hangs is STOPPED within two seconds too, and shown again when it goes on")
    func hung() async throws {
      _ = try await agent().use { agent in
        let ending = try await watch().use(on: terminal) { child in
          try await terminal.shown.text(to: "SCAN A UNIT")
          let hung = clock.now
          try agent.child.send(signal: .suspend)
          try await terminal.shown.text(to: Self.stopped)
          #expect(clock.now - hung < .seconds(2))
          try agent.child.send(signal: .resume)
          try await terminal.shown.text(to: "SCAN A UNIT")
          try child.send(signal: .terminate)
          try await terminal.shown.text(to: Self.left)
        }
        #expect(ending.code == 0)
      }
    }

    @Test("JSON of an agent comes through as the agent's own, and its end is told")
    func json() async throws {
      let ending = try await watch("--format", "json").use { watcher in
        #expect(try await watcher.station(is: "stopped").cause?.hasPrefix("no agent is at \(socket)") == true)
        let told = try await agent().use { agent in
          try await watcher.station(is: "ready")
          #expect(try await agent.scan("SN-1").verdict == "PASS")
          #expect(try await watcher.verdict().serialNumber == "SN-1")
          try agent.child.send(signal: .terminate)
          // The end of its input, which comes next, would end it without a word.
          try await agent.station(is: "stopping")
        }
        try await watcher.station(is: "stopping")
        #expect(try await watcher.station(is: "stopped").cause?.hasPrefix("scangate has ended") == true)
        #expect(try told.verdicts.count == 1)
        try watcher.child.send(signal: .terminate)
      }
      #expect(ending.code == 0, "\(ending)")
    }

    @Test("a lane that there is not is an error that names those that there are", arguments: ["big", "json"])
    func noLane(format: String) async throws {
      let configuration = try files.file(
        "scangate.yaml", "scanners: [{lane: left, match: {port: a}}, {lane: right, match: {port: b}}]")
      _ = try await agent(configuration).use { agent in
        try await agent.station(is: "ready")
        let ending = try await watch("--lane", "rihgt", "--format", format).end()
        #expect(ending.code == 1)
        #expect(
          ending.errors.contains("the agent says no: there is no lane rihgt; --lane takes one of: left, right, stdin"),
          "\(ending)")
        _ = try await watch("--lane", "right").use(on: terminal) { child in
          try await terminal.shown.text(to: "LANE right")
          try child.send(signal: .terminate)
          try await terminal.shown.text(to: Self.left)
        }
        // Lanes that wait for scanners outlast its input.
        try agent.child.send(signal: .terminate)
      }
    }

    @Test("a second agent at the same socket is an error that names the first")
    func second() async throws {
      _ = try await agent().use { first in
        try await first.station(is: "ready")
        let second = try await agent().end()
        #expect(second.code == 1)
        #expect(second.errors.contains("another agent (pid ") && second.errors.contains(socket))
        #expect(try await first.scan("SN-1").verdict == "PASS")
      }
    }

    @Test("a socket that cannot be served is an error where it was asked for")
    func unserved() async throws {
      let ending = try await Program(
        ["run", "--stdin", "--config", "/dev/null", "--socket", files.path + "/nowhere/agent.sock"],
        environment: ["TOFUPILOT_URL": server, "TOFUPILOT_API_KEY": "demo"]
      ).end()
      #expect(ending.code == 1)
      #expect(ending.errors.contains("No such file or directory; --socket PATH names another place"))
    }
  }
}
