import Testing

extension VirtualStation {
  /// The agent comes, goes and stands still while scanners go on.
  @Suite struct AgentTests {
    @Test("started in mid-scan it tells the scan as cut, and reads the next")
    func startedInMidScan() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.end(by: "TERM")
        try scanner.plug()
        let link = try scanner.link
        try await machine.guest.awaits("[ -e \(link) ]")
        try scanner.scan(String(repeating: "A", count: 60_000))
        // Keys come.
        try await machine.guest.run("timeout 60 head -c 240 \(link) >/dev/null")
        try await agent.restart(with: scanner)
        try scanner.breakOff()
        try scanner.settle()
        let cut = try await agent.verdict()
        // A slow machine loses keys of it too.
        #expect(cut.codes == ["scan_cut"] || cut.codes == ["scan_overrun"], "\(cut)")
        try await agent.passes(scanner)
      }
    }

    @Test("stopped under fire it tells that events were lost, and reads the next scan")
    func stopped() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.signal("STOP")
        for _ in 1...5 { try scanner.scan(Unit.passed) }
        try await scanner.socket.finish()
        try await agent.signal("CONT")
        #expect(try await agent.verdict().codes == ["scan_overrun"])
        // The last of them may come whole, and is not to be overtaken.
        try scanner.settle()
        try await agent.passes(scanner)
      }
    }

    @Test("killed and started again in the shift, it reads on")
    func killed() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.passes(scanner)
        #expect(try await agent.end(by: "KILL") == 128 + 9)
        try await agent.restart(with: scanner)
        try await agent.passes(scanner)
      }
    }

    @Test("without a network it gives no verdict and says HOLD; with the network it is READY by itself")
    func network() async throws {
      try await station(configuration: "gate: {two_labels: 0s}") { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.passes(scanner)
        try await machine.connectNetwork(false)
        try scanner.scan(Unit.failed)
        let verdict = try await agent.verdict()
        #expect(verdict.verdict == "NO_VERDICT")
        #expect([["unreachable"], ["timeout"]].contains(verdict.codes))
        try await agent.station(is: "hold")
        try await machine.connectNetwork(true)
        try await agent.station(is: "ready")
        try await agent.passes(scanner)
      }
    }
  }
}
