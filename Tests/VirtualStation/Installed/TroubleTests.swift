import Testing

extension InstalledStation {
  /// What a station PC suffers without its power failing.
  @Suite struct TroubleTests {
    @Test("the disk is full: no verdict that is not recorded is shown; with room again it goes on by itself")
    func diskFull() async throws {
      try await shift("disk full") { service in
        let guest = service.machine.guest
        // All that the agent's user may have.
        try await guest.run("fallocate -l $(df --output=avail -B1 / | tail -n 1) /ballast; df / >&2")
        // What the journal's file has free inside may still do for a few.
        var line = try await service.scan()
        for _ in 1...200 where line.codes != ["not_recorded"] { line = try await service.scan() }
        #expect(line.codes == ["not_recorded"], "\(line)")
        try await guest.run("rm /ballast")
        try await service.station(is: "ready")
        try await service.scanThree()
      }
    }

    @Test("the clock is set back an hour: the journal goes on, its chain whole")
    func clock() async throws {
      try await shift("clock set back") { service in
        try await service.scanThree()
        try await service.machine.guest.run("date --set '1 hour ago'")
        try await service.scanThree()
        try await service.machine.guest.run("date --set '1 hour'")
        try await service.scanThree()
      }
    }

    @Test("the agent is killed in the middle of scans: it comes back by itself, what was shown is recorded")
    func killed() async throws {
      try await shift("SIGKILL × 2") { service in
        for _ in 1...2 {
          try await service.scanForAWhile()
          try await service.crash()
          try await service.scanThree()
        }
      }
    }

    @Test("a broken file changes nothing and is told; read at the start it is HOLD; mended, it is in force")
    func brokenConfiguration() async throws {
      try await shift("configuration broken") { service in
        let guest = service.machine.guest
        let mended = try await guest.run("cat /etc/scangate/scangate.yaml")
        try await guest.write("gate: {alowed_outcomes: [PASS, FAIL]}", to: "/etc/scangate/scangate.yaml")
        try await guest.run("systemctl reload scangate")
        try await guest.awaits("systemctl show --property StatusText scangate | grep -q alowed_outcomes")
        try await service.scanThree()

        try await service.restarts("systemctl restart scangate")
        try await service.station(is: "hold")
        let line = try await service.scan()
        // The journal may not be open yet.
        #expect(line.codes.contains("not_configured"), "\(line)")
        try await guest.write(mended, to: "/etc/scangate/scangate.yaml")
        try await guest.run("systemctl reload scangate")
        try await service.station(is: "ready")
        try await service.scanThree()
      }
    }

    @Test("the key is revoked: HOLD; the new one is taken up by itself")
    func key() async throws {
      try await shift("key renewed") { service in
        try await service.give(key: "revoked")
        try await service.station(is: "hold")
        let line = try await service.scan()
        #expect(line.codes == ["unauthorized"], "\(line)")
        try await service.give(key: "demo")
        try await service.station(is: "ready")
        try await service.scanThree()
      }
    }

    @Test("the network is out for a while: NO VERDICT, then it goes on by itself")
    func network() async throws {
      try await shift("network out") { service in
        try await service.machine.connectNetwork(false)
        for _ in 1...5 {
          let line = try await service.scan()
          #expect(line.verdict == "NO_VERDICT", "\(line)")
        }
        try await service.machine.connectNetwork(true)
        try await service.station(is: "ready")
        try await service.scanThree()
      }
    }

    /// A shift at the suite's machine, installed if it is not; audited at its end.
    private func shift(_ scenario: String, _ body: (Service) async throws -> Void) async throws {
      let machine = try #require(Machine.current)
      let ledger = Ledger(of: scenario)
      let service = Service(on: machine, ledger)
      try await standInOfShift { url in
        try await service.begin(at: url)
        try await body(service)
        try await service.audit()
      }
      print(ledger)
    }
  }
}
