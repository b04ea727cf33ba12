import Testing

extension VirtualStation {
  @Suite struct ContestTests {
    @Test("two scanners fit one lane: both are told and neither is read, until one is pulled")
    func contested() async throws {
      let configuration = """
        gate: {two_labels: 0s}
        scanners:
          - lane: final
            match: {model: Symbol_Bar_Code_Scanner}
        """
      try await station(configuration: configuration) { agent, machine in
        let first = USBScanner(.scanner(serial: "S1"), in: machine.sockets[0])
        let second = USBScanner(.scanner(serial: "S2"), in: machine.sockets[1])
        try await agent.attach(first, lane: "final")
        try await agent.passes(first)
        try second.plug()
        let contest = try await agent.scanner(is: "detached", on: "final")
        #expect(contest.cause?.hasPrefix("2 scanners fit lane final") == true)
        for scanner in [first, second] { #expect(contest.scanner?.contains(scanner.socket.port) == true) }
        let reports = KeyReport.typing(Unit.failed)
        try await agent.reading(2 * reports.count) {
          for scanner in [first, second] { try scanner.send(reports) }
        }
        try second.unplug()
        let next = try await agent.line { $0.type == "verdict" || $0.state == "attached" }
        #expect(next.type == "scanner")
        try first.settle()
        try await agent.passes(first)
      }
    }
  }
}
