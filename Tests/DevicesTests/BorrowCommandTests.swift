import Devices
import Scanning
import Subprocess
import Testing

extension ReadingThreadTests {
  @Suite("A running agent lends its scanners", .enabled(if: TestBed.isPossible), .timeLimit(.minutes(2)))
  struct BorrowCommandTests {
    private let bed: TestBed
    private let files: TemporaryFolder
    private let scanner: MockScanner

    init() throws {
      bed = try TestBed()
      files = try TemporaryFolder()
      scanner = try bed.plugIn(event: 7, properties: ["ID_SERIAL_SHORT": "S1"])
    }

    private var socket: String { files.path + "/agent.sock" }

    private func agent() throws -> Program {
      let key = try files.file("key", "demo")
      let file = try files.file("station.yaml", "api: {url: \"http://127.0.0.1:9\", key_file: \(key)}")
      return bed.program("run", "--format", "json", "--config", file, "--socket", socket)
    }

    @Test(
      "to a command, holds their lanes meanwhile, and has them again however the command ends",
      arguments: zip(["identify", "record"], [Signal.kill, .interrupt]))
    func lends(command: String, signal: Signal) async throws {
      let ending = try await agent().use { agent in
        try await agent.line { $0.type == "scanner" && $0.state == "attached" }
        _ = try await bed.program(command, "--socket", socket).use { borrower in
          let lent = try await agent.line { $0.type == "scanner" }
          #expect(lent.state == "detached")
          #expect(lent.cause?.hasPrefix("lent to scangate \(command) (pid ") == true)
          try await borrower.errors.text(to: "scan ")
          scanner.type("SN-2024-001", on: .us)
          if command == "identify" { try await borrower.errors.text(to: "it is /dev/input/event7") }
          // Only one at a time.
          let second = try await bed.program("identify", "--socket", socket).end()
          #expect(second.code == 1)
          #expect(second.errors.contains("lent to scangate \(command) (pid "))
          try borrower.child.send(signal: signal)
        }
        try await agent.line { $0.type == "scanner" && $0.state == "attached" }
        scanner.type("SN-2024-002", on: .us, from: .now() + .milliseconds(300))
        #expect(try await agent.verdict().serialNumber == "SN-2024-002")
        try agent.child.send(signal: .terminate)
      }
      #expect(ending.code == 0, "\(ending)")
    }
  }
}
