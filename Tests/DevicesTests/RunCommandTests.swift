import Scanning
import Subprocess
import Testing

extension ReadingThreadTests {
  @Suite("The agent at its devices", .enabled(if: TestBed.isPossible), .timeLimit(.minutes(2)))
  struct RunCommandTests {
    private let bed: TestBed
    private let files: TemporaryFolder

    init() throws {
      bed = try TestBed()
      files = try TemporaryFolder()
    }

    @Test("tells the verdict of a scan that was cut off, then that its scanner is gone")
    func cutScan() async throws {
      let key = try files.file("key", "demo")
      let file = try files.file("scangate.yaml", "api: {url: 'http://127.0.0.1:9', key_file: \(key)}")
      let scanner = try bed.plugIn(event: 7)
      let ending = try await bed.program("run", "--format", "json", "--config", file).use { agent in
        for _ in 1...10 {
          try await agent.output.text(to: #""state":"attached""#)
          scanner.type("SN-", on: .us, endedBy: nil)
          bed.unplug(scanner)
          try await agent.output.text(to: #""state":"detached""#)
          try bed.plugInAgain(scanner)
        }
        try agent.child.send(signal: .terminate)
      }
      let told = try ending.json.filter { $0.type == "verdict" || $0.state == "detached" }.map { $0.codes + [$0.type] }
      #expect(told == Array(repeating: [["scan_cut", "verdict"], ["scanner"]], count: 10).flatMap(\.self))
    }
  }
}
