import Floor
import Testing

extension InstalledStation {
  /// A light on a USB serial adapter, with the service as its unit confines it.
  @Suite struct LightTests {
    @Test("green when the agent ends or hangs, it is put out before the agent is back; then it is lit again")
    func putOut() async throws {
      let machine = try #require(Machine.current)
      let light = machine.light
      // The stand-in lights nothing; this server passes every unit.
      let ledger = Ledger(of: "light, crash and hang", stride: 3)
      try await shift(ledger, at: "http://10.0.2.2:\(floor_serve())", configuration: configuration) { service in
        try await machine.mark(light, match: SerialLight.ownAdapter)
        try await machine.tellLightAnew()
        _ = try await service.line { $0.type == "indicator" && $0.state == "attached" }
        for mishap in Mishap.allCases {
          try await service.passes(lighting: light)
          try await service.suffers(mishap)
          let sent = try await light.rest(of: machine)
          #expect(sent.hasPrefix(SerialLight.safe), "\(mishap): \(sent)")
          // By ExecStopPost at its end, and by the agent at opening.
          #expect(sent.contains("\(SerialLight.safe) \(SerialLight.safe)"), "\(mishap): \(sent)")
          #expect(!sent.contains(SerialLight.green), "\(mishap): \(sent)")
        }
        try await service.passes(lighting: light)
      }
    }

    /// PASS stays until it is put out.
    private var configuration: String {
      """
      screen: {pass_time: 1m}
      indicators: [{profile: \(SerialLight.profile), port: /dev/scangate/light-1, pass_time: 1m}]
      """
    }
  }
}

extension Service {
  /// Scans a unit that may pass: it does, and its light is green.
  fileprivate func passes(lighting light: SerialLight) async throws {
    let line = try await scan()
    #expect(line.verdict == "PASS", "\(line)")
    try await light.gets(SerialLight.pass)
  }
}
