import Foundation
import Testing

/// Of one shift: `SCANGATE_POWER_CUTS`, else 2.
let powerCuts = ProcessInfo.processInfo.environment["SCANGATE_POWER_CUTS"].flatMap { Int($0) } ?? 2

/// While the network is out: `SCANGATE_OUTAGE_SCANS`, else 5.
let outageScans = ProcessInfo.processInfo.environment["SCANGATE_OUTAGE_SCANS"].flatMap { Int($0) } ?? 5

/// The package on a Debian with systemd, from installation to purge, with all that a station PC suffers in between.
@Suite(
  "An installed station", .serialized, .timeLimit(.minutes(5 + powerCuts + outageScans / 10)),
  .disabled(
    if: Image.missingForPackage != nil && ProcessInfo.processInfo.environment["CI"] == nil,
    "\(Image.missingForPackage ?? "")"), BootedDebian())
enum InstalledStation {}

/// Boots the machine of a suite before its first test, with nothing installed, and cuts its power after its last.
struct BootedDebian: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    if let missing = Image.missingForPackage { throw NoImage(reason: missing) }
    // The kernel and its modules.
    _ = try await Image()
    try await Image.make(by: "Installed/System/image")
    try await freshDisk { disk in
      try await Machine.boot(from: disk) { machine in
        try await Machine.$current.withValue(machine) { try await function() }
      }
    }
  }
}

/// A Debian as it comes, for `body` alone.
func freshDisk(_ body: (Disk) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString.prefix(8))").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try await body(try await Disk(of: Image.debian, in: folder))
}

/// A shift at the suite's machine, installed if it is not; audited at its end.
func shift(
  _ scenario: String, configuration: String = Service.configuration, _ body: (Service) async throws -> Void
) async throws {
  try await standInOfShift { try await shift(Ledger(of: scenario), at: $0, configuration: configuration, body) }
}

/// The same for an API at this URL.
func shift(
  _ ledger: Ledger, at url: String, configuration: String, _ body: (Service) async throws -> Void
) async throws {
  let service = Service(on: try #require(Machine.current), ledger)
  try await service.begin(at: url, configuration)
  try await body(service)
  try await service.audit()
  print(ledger)
}

/// Runs the stand-in on this computer with the units of a shift, while `body` uses it.
func standInOfShift(_ body: (String) async throws -> Void) async throws {
  let file = FileManager.default.temporaryDirectory.appending(path: "units-\(UUID().uuidString.prefix(8)).json").path
  try ShiftUnit.file.write(toFile: file, atomically: true, encoding: .utf8)
  defer { try? FileManager.default.removeItem(atPath: file) }
  try await standIn(serving: ["--units", file], body)
}
