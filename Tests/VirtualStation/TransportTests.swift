import Testing

extension VirtualStation {
  /// Scanners that are no keyboards.
  @Suite struct TransportTests {
    @Test("a scanner in HID POS mode is a lane: a code over two reports is one, and its AIM identifier no part of it")
    func hidPOS() async throws {
      try await station(configuration: "gate: {two_labels: 0s}") { agent, machine in
        let scanner = USBScanner(.hidPOS, in: machine.sockets[0])
        try await agent.attach(scanner)
        try scanner.report(Unit.passed, aim: "]Q1")
        try await agent.passes()
        let long = String(repeating: "0123456789", count: 6)
        try scanner.report(long, aim: "]C0")
        let verdict = try await agent.verdict()
        #expect(verdict.codes == ["unknown_unit"])
        #expect(verdict.scan == long)
      }
    }

    @Test("a scanner that is a serial port is a lane")
    func serialPort() async throws {
      try await station { agent, machine in
        let scanner = USBScanner(.serialPort, in: machine.sockets[0])
        try await agent.attach(scanner)
        try scanner.line(Unit.passed)
        try await agent.passes()
      }
    }
  }
}
