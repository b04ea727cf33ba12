import Testing

extension VirtualStation {
  @Suite struct FirstVerdictTests {
    @Test("a scanner is plugged in and a unit scanned: PASS")
    func pass() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.passes(scanner)
      }
    }

    @Test("a scanner that is there before the agent is attached when it starts")
    func thereBefore() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.nameless, in: machine.sockets[2])
        try await agent.end(by: "TERM")
        try scanner.plug()
        try await machine.guest.awaits("[ -e \(try scanner.link) ]")
        try await agent.restart(with: scanner)
        try await agent.passes(scanner)
      }
    }
  }
}
