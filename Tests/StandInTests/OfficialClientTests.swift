import Foundation
import StandIn
import Subprocess
import SystemPackage
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
      let (isSuccess, errors) = try await run(urls.map { "\($0.key)=\($0.value)" })
      #expect(isSuccess, "\(errors)")
    }
  }

  /// Runs the script beside this file; gives whether it ended well, and what it wrote to standard error.
  private func run(_ arguments: [String]) async throws -> (isSuccess: Bool, errors: String) {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "official_client.py").path
    let client = try await Subprocess.run(
      .path(FilePath(python)), arguments: Arguments([script] + arguments), output: .discarded,
      error: .string(limit: 1 << 20))
    return (client.terminationStatus.isSuccess, client.standardError)
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
