import StandIn
import Testing

/// Where a stand-in listens.
@Suite struct PortTests {
  @Test("A port that is none is an error that names the range", .timeLimit(.minutes(1)), arguments: [-1, 65536, .max])
  func noPort(port: Int) async throws {
    let standIn = StandIn(units: try Units(file: demoUnitsPath))
    let error = await #expect(throws: StandInError.self) { try await standIn.run(port: port) }
    #expect(error == .noPort(port))
    #expect(error?.description == "\(port) is no port: take one of 0 to 65535; 0 finds a free one.")
  }

  @Test("A port in use is an error that names host, port and cause")
  func portInUse() async throws {
    try await RunningStandIn.use { standIn in
      let second = StandIn(units: try Units(file: demoUnitsPath))
      let error = await #expect(throws: StandInError.self) { try await second.run(port: standIn.port) }
      #expect(error == .cannotListen(host: "127.0.0.1", port: standIn.port, reason: "Address already in use"))
    }
  }
}
