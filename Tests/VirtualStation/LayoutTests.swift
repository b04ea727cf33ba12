import Testing

extension VirtualStation {
  @Suite struct LayoutTests {
    private static let text = "Zy-2024_0:1+.qaWm"

    @Test(
      "a scanner that is set to another layout is read by that layout",
      arguments: [KeyTable.us, .german, .french])
    func layout(_ table: KeyTable) async throws {
      try await station(configuration: configuration(layout: table.layout)) { agent, machine in
        let scanner = USBScanner(.nameless, in: machine.sockets[0])
        try await agent.attach(scanner, lane: "final")
        try scanner.scan(Self.text, as: table)
        let verdict = try await agent.verdict()
        #expect(verdict.scan == Self.text, "\(verdict)")
      }
    }

    @Test("a scanner in ALT mode is read whatever the layout", arguments: ["us", "fr"])
    func altMode(layout: String) async throws {
      try await station(configuration: configuration(layout: layout)) { agent, machine in
        let scanner = USBScanner(.nameless, in: machine.sockets[0])
        try await agent.attach(scanner, lane: "final")
        try scanner.send(KeyReport.typingNumbers(Self.text))
        let verdict = try await agent.verdict()
        #expect(verdict.scan == Self.text, "\(verdict)")
      }
    }

    private func configuration(layout: String) -> String {
      """
      scanners:
        - lane: final
          match: {port: "pci-0000:00:05.0-usb-0:1"}
          layout: \(layout)
      """
    }
  }
}
