import Testing

extension InstalledStation {
  /// What a station PC suffers without its power failing.
  @Suite struct TroubleTests {
    @Test(
      "the disk fills up while units come: it is told in time, nothing is shown that is not recorded; with room it goes on"
    )
    func diskFull() async throws {
      try await shift("disk full") { service in
        let guest = service.machine.guest
        try await guest.run("fallocate -l $(df --output=avail -B1 / | awk 'NR == 2 {print int($1 * 0.9)}') /ballast")
        // It looks at its start, and later once a minute.
        try await service.restarts("systemctl restart scangate")
        _ = try await service.line { $0.type == "station" && $0.cause?.contains("% full") == true }
        // To the last byte that the agent's user may have, and whatever comes free.
        try await guest.run(
          """
          touch /filling; (for step in $(seq 3000); do \
            [ -e /filling ] || break; sleep 0.1; left=$(df --output=avail -B1 / | tail -n 1); \
            fallocate -l $(($(stat -c %s /ballast) + (left < 8388608 ? left : 8388608))) /ballast; \
          done; rm /ballast) 2>/dev/null & filler=$!
          """)
        var line = try await service.scan()
        for _ in 1...500 where line.isRight { line = try await service.scan() }
        #expect(line.codes == ["not_recorded"], "\(line)")
        try await guest.run("rm /filling; wait $filler")
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
          try await service.suffers(.crash)
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

    @Test("the network is out: each scan is NO VERDICT; then it goes on by itself")
    func network() async throws {
      try await shift("network out") { service in
        try await service.machine.connectNetwork(false)
        for _ in 1...outageScans {
          let line = try await service.scan()
          #expect(line.verdict == "NO_VERDICT", "\(line)")
        }
        try await service.machine.connectNetwork(true)
        try await service.station(is: "ready")
        try await service.scanThree()
      }
    }
  }
}
