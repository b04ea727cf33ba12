import CMockInput
import Devices
import Subprocess
import Testing

extension ReadingThreadTests {
  /// The agent at a bench, and a configuration that is saved while it works; nobody answers for TofuPilot.
  @Suite("A configuration that is saved", .enabled(if: TestBed.isPossible)) struct RunReloadTests {
    private static let api = "api: {url: 'http://127.0.0.1:9'}\n"

    private let bed: TestBed
    private let files: TemporaryFolder
    private let scanner: MockScanner

    init() throws {
      bed = try TestBed()
      files = try TemporaryFolder()
      scanner = try bed.plugIn(event: 7, properties: ["ID_SERIAL_SHORT": "S1"])
    }

    private func save(_ text: String) throws -> String {
      try files.file("scangate.yaml", Self.api + text)
    }

    private func agent(_ configuration: String) -> Program {
      bed.program(
        ["run", "--format", "json", "--config", configuration],
        environment: ["TOFUPILOT_API_KEY": "demo", "NOTIFY_SOCKET": files.path + "/notify"])
    }

    @Test("with another gate cuts no scan, and lets go of no scanner")
    func gate() async throws {
      let path = try save("scanners: [{lane: a, match: {serial: S1}}]")
      let ending = try await agent(path).use { agent in
        try await agent.line { $0.type == "scanner" && $0.state == "attached" }
        scanner.type("12")
        _ = try save("scanners: [{lane: a, match: {serial: S1}}]\ngate: {policy: last-run}")
        #expect(try await agent.station(is: "reloaded").changes == ["gate.policy"])
        scanner.type("34\n", after: .milliseconds(400))
        let verdict = try await agent.verdict()
        #expect(verdict.scan == "1234" && verdict.codes == ["unreachable"], "\(verdict)")
        #expect(scanner.count(MockInputGrabbed) == 1 && scanner.count(MockInputOpened) == 1)
        try agent.child.send(signal: .terminate)
      }
      #expect(ending.code == 0, "\(ending)")
    }

    @Test("after one that was broken at the start gives the scanner its lane; it was ours all the time")
    func mended() async throws {
      let path = try save("scaners: []")
      let ending = try await agent(path).use { agent in
        let attached = try await agent.line { $0.type == "scanner" && $0.state == "attached" }
        #expect(attached.lane == "S1")
        scanner.type("12\n")
        let refused = try await agent.verdict()
        #expect(refused.codes == ["not_configured"] && refused.scan == "12")
        _ = try save("scanners: [{lane: a, match: {serial: S1}, min_length: 2}]")
        try await agent.station(is: "reloaded")
        let former = try await agent.line { $0.type == "scanner" }
        #expect(former.lane == "S1" && former.state == "detached" && former.cause == "no longer this lane's scanner")
        #expect(try await agent.line { $0.type == "scanner" }.lane == "a")
        scanner.type("34\n")
        let verdict = try await agent.verdict()
        #expect(verdict.lane == "a" && verdict.codes == ["unreachable"])
        #expect(scanner.count(MockInputGrabbed) == 1 && scanner.count(MockInputOpened) == 1)
        try agent.child.send(signal: .terminate)
      }
      #expect(ending.code == 0, "\(ending)")
    }
  }
}
