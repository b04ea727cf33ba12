import Foundation
import StandIn
import Testing

/// The interpreter of an environment that has TofuPilot's official client, made by `config/prerequisites --test`.
private let python =
  ProcessInfo.processInfo.environment["SCANGATE_TEST_PYTHON"]
  ?? URL(filePath: demoUnitsPath).deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: ".build/test-python/bin/python").path

private let canRun =
  FileManager.default.isExecutableFile(atPath: python) || ProcessInfo.processInfo.environment["CI"] == "true"

@Suite struct OfficialClientTests {
  @Test(
    "TofuPilot's official Python client is satisfied",
    .enabled(if: canRun, "No Python with the official client: run config/prerequisites --test")
  )
  func officialClient() async throws {
    var faults = ["plain": Faults(), "slow": Faults(delay: .seconds(2))]
    for word in ["html", "close", "302", "400", "401", "403", "404", "408", "429", "500", "503"] {
      faults[word] = Faults(fault: Fault(word))
    }
    try await withStandIns(faults) { urls in
      let (status, errors) = try await run(urls.map { "\($0.key)=\($0.value)" })
      #expect(status == 0, "\(errors)")
    }
  }

  /// Runs the script beside this file; gives its exit status and what it wrote to standard error.
  private func run(_ arguments: [String]) async throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: python)
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "official_client.py").path
    process.arguments = [script] + arguments
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    // Waiting must not hold a thread that the stand-ins need.
    try await withCheckedThrowingContinuation { ended in
      process.terminationHandler = { _ in ended.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    let text = try errors.fileHandleForReading.readToEnd() ?? Data()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  /// Starts one stand-in for each kind of fault, one inside the other.
  private func withStandIns(
    _ faults: [String: Faults],
    urls: [String: String] = [:],
    _ use: @escaping @Sendable ([String: String]) async throws -> Void
  ) async throws {
    guard let (name, first) = faults.first else { return try await use(urls) }
    try await RunningStandIn.use(faults: first) { standIn in
      let urls = urls.merging([name: "http://127.0.0.1:\(standIn.port)/api"]) { $1 }
      try await withStandIns(faults.filter { $0.key != name }, urls: urls, use)
    }
  }
}
