import Testing

extension VirtualStation {
  @Suite struct UnplugTests {
    @Test("a scanner pulled in mid-scan: the scan is cut, and joined with nothing that follows")
    func midScan() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.passes(scanner)
        let half = KeyReport.typing(Unit.passed).prefix(15)
        try await agent.reading(half.count) { try scanner.send(half) }
        try scanner.unplug()
        let cut = try await agent.afterDetach()
        #expect(cut.codes == ["scan_cut"])
        #expect(cut.scan == String(Unit.passed.prefix(8)))
        try await agent.attach(scanner)
        try await agent.passes(scanner)
      }
    }

    @Test("a serial scanner pulled in mid-line: the line is cut")
    func midLine() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.serialPort, in: machine.sockets[0])
        try await agent.attach(scanner)
        let half = String(repeating: "A", count: 50)
        try await agent.reading(bytes: half.utf8.count) { try scanner.line(half, end: "") }
        try scanner.unplug()
        let cut = try await agent.afterDetach()
        #expect(cut.codes == ["scan_cut"])
        #expect(cut.scan == half)
      }
    }

    @Test("a scanner pulled and plugged in while its look-up is in flight: the verdict is told, and not shown")
    func inFlight() async throws {
      try await station(serving: "--delay", "2s", configuration: "gate: {two_labels: 0s}") { agent, machine in
        let scanner = USBScanner(.scanner(), in: machine.sockets[0])
        try await agent.attach(scanner)
        try await agent.passes(scanner)
        let reports = KeyReport.typing(Unit.failed)
        try await agent.reading(reports.count) { try scanner.send(reports) }
        try scanner.unplug()
        let late = try await agent.afterDetach()
        #expect(late.scan == Unit.failed)
        #expect(late.shown == false)
        try await agent.attach(scanner)
        try await agent.passes(scanner)
      }
    }

    @Test("pulled and plugged in fifty times, from one socket to the next: a lane each time, and it reads")
    func often() async throws {
      try await station { agent, machine in
        for time in 0..<50 {
          let scanner = USBScanner(.scanner(), in: machine.sockets[time % 2])
          try await agent.attach(scanner)
          if time % 10 == 9 { try await agent.passes(scanner) }
          try scanner.unplug()
          try await agent.scanner(is: "detached", on: "S1203")
        }
      }
    }
  }
}

extension Agent {
  /// The verdict of a scan whose scanner is pulled, and its leaving: two are told by two, in either order.
  fileprivate func afterDetach() async throws -> JSONLine {
    try await lines({ $0.type == "verdict" }, { $0.type == "scanner" && $0.state == "detached" })[0]
  }
}
