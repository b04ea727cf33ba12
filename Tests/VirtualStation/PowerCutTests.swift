import Testing

extension VirtualStation {
  @Suite struct PowerCutTests {
    @Test("after a power cut in mid-scan the station is READY and reads, by itself")
    func midScan() async throws {
      let image = try #require(Machine.current).image
      try await standIn { url in
        for _ in 1...2 {
          try await Machine.boot(image, with: [.scanner()], api: url) { machine in
            let agent = Agent(on: machine, at: url)
            let scanner = USBScanner(.scanner(), in: machine.sockets[0])
            _ = try await agent.lines(
              { $0.type == "station" && $0.state == "ready" }, { $0.type == "scanner" && $0.state == "attached" })
            try scanner.settle()
            try await agent.passes(scanner)
            let half = KeyReport.typing(Unit.passed).prefix(15)
            try await agent.reading(half.count) { try scanner.send(half) }
          }
        }
      }
    }
  }
}
