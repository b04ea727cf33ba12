import Subprocess
import Testing

extension CommandTests {
  /// An agent as a service: what the service manager and a monitoring system get to know.
  @Suite struct RunServiceTests {
    private let files: TemporaryFolder
    private let manager: NotifySocket

    init() throws {
      files = try TemporaryFolder()
      manager = try NotifySocket()
    }

    @Test("is ready once TofuPilot has answered, says how it stands, and that it stops")
    func states() async throws {
      let port = try ReservedPort()
      let agent = Program.run("json", at: port.url).with(manager.environment(watchdog: 10_000))
      let ending = try await agent.use { agent in
        // Away is known to be away: nobody waits for the network to come up.
        let start = try await manager.said.text(to: "READY=1\nSTATUS=HOLD [unreachable] ")
        #expect(start.hasPrefix("STATUS=starting"))
        port.release()
        try await serving(port: port.number) { _ in
          try await manager.said.text(to: "STATUS=READY, 1 lane, STAND-IN")
        }
        #expect(try await agent.scan(Unit.passed).verdict == "NO_VERDICT")
        try await manager.said.text(to: "STATUS=HOLD [unreachable] ")
        try agent.child.send(signal: .terminate)
        try await manager.said.text(to: "STOPPING=1\nSTATUS=stopping")
      }
      #expect(ending.code == 0)
    }

    @Test("is ready with a key that is refused: scanners stay its own")
    func refusedKey() async throws {
      try await serving { url in
        let agent = Program.run("json", at: url, key: "wrong").with(manager.environment(watchdog: 10_000))
        _ = try await agent.use { _ in
          try await manager.said.text(to: "READY=1\nSTATUS=HOLD [unauthorized] ")
        }
      }
    }

    @Test("feeds the watchdog while nobody scans, and not while it is stopped")
    func watchdog() async throws {
      try await serving { url in
        let agent = Program.run("json", at: url).with(manager.environment(watchdog: 400))
        let ending = try await agent.use { agent in
          for _ in 0..<5 { try await manager.said.text(to: "WATCHDOG=1") }
          let clock = ContinuousClock()
          try agent.child.send(signal: .suspend)
          let stopped = clock.now
          // What the kernel still held, and nothing after that until it goes on.
          let resume = Task {
            try await Task.sleep(for: .seconds(2))
            try agent.child.send(signal: .resume)
          }
          var last = stopped
          var gap = Duration.zero
          while gap < .seconds(1) {
            try await manager.said.text(to: "WATCHDOG=1")
            gap = clock.now - last
            last = clock.now
          }
          try await resume.value
        }
        #expect(ending.code == 0)
      }
    }

    @Test("answers for its health, by itself as soon as the address is free")
    func health() async throws {
      let port = try ReservedPort()
      let file = try files.file("health.yaml", "health: 127.0.0.1:\(port.number)\ngate: {two_labels: 0s}")
      try await serving { url in
        let ending = try await Program.run("json", at: url, configuration: file).use { agent in
          let complaint = try await agent.errors.text(to: "\n")
          #expect(
            complaint.hasPrefix("scangate: health is not served: 127.0.0.1:\(port.number): Address already in use"))
          #expect(try await agent.scan(Unit.passed).verdict == "PASS", "the station goes on")
          port.release()
          try await agent.errors.text(to: "scangate: health is served\n")

          #expect(try await agent.scan(Unit.failed).verdict == "FAIL")
          let metrics = try await HealthReply("/metrics", port: port.number)
          #expect(metrics.status == 200)
          #expect(metrics.contentType == "text/plain; version=0.0.4; charset=utf-8")
          #expect(metrics.body.contains(#"scangate_verdicts_total{lane="stdin",verdict="PASS",reason=""} 1"#))
          #expect(metrics.body.contains("\nscangate_journal_lag_seconds "))
          let health = try await HealthReply("/health", port: port.number)
          #expect(health.status == 200)
          #expect(health.body.hasPrefix(#"{"status":"ok","cause":null,"#))
          #expect(try await HealthReply("/", port: port.number).status == 404)
        }
        #expect(ending.code == 0)
      }
    }

    @Test("answers 503 with the cause while it can give no verdict")
    func hold() async throws {
      let (port, away) = (try ReservedPort(), try ReservedPort())
      let file = try files.file("health.yaml", "health: 127.0.0.1:\(port.number)")
      _ = try await Program.run("json", at: away.url, configuration: file).use { agent in
        try await agent.errors.text(to: "\n")
        port.release()
        try await agent.station(is: "hold")
        try await agent.errors.text(to: "scangate: health is served\n")
        let health = try await HealthReply("/health?verbose", port: port.number)
        #expect(health.status == 503)
        #expect(health.body.hasPrefix(#"{"status":"hold","cause":"HOLD [unreachable] "#))
      }
    }
  }
}
