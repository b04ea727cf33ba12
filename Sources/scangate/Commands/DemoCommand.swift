import ArgumentParser
import Devices
import Gating
import Glibc
import Scanning
import Settings
import StandIn
import Station
import TofuPilot

/// `demo`: a station against the stand-in, both in this process, on the loopback.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try a station: no scanner, no account, no configuration.",
    discussion: """
      On a terminal it takes typed serial numbers; elsewhere it plays the shipped recordings and ends, \
      with 1 if a verdict is not the one its recording names.
      """
  )

  private static let hints = [
    "type SN-2024-001234 (passed), SN-2024-001233 (failed),",
    "SN-2024-001235 (unknown result), SN-2024-001241 (reworked)",
  ]

  @OptionGroup var data: DataOptions
  @Option(help: "big: the operator's screen; line; json. Default: big on a terminal, else line.")
  var format: Format?

  func run() async throws {
    let standIn = StandIn(units: try data.units())
    let recordings = isatty(STDIN_FILENO) == 1 ? nil : try recordings()
    try await withThrowingTaskGroup { group in
      let (ports, port) = AsyncStream.makeStream(of: Int.self)
      group.addTask {
        // A stand-in that cannot listen has no port to wait for.
        defer { port.finish() }
        try await standIn.run(port: 0) { port.yield($0) }
      }
      for await port in ports {
        try await demonstrate(recordings, at: port)
        break
      }
      group.cancelAll()
      try await group.waitForAll()
    }
  }

  /// - Parameter recordings: nil: serial numbers are typed.
  private func demonstrate(_ recordings: [Recording]?, at port: Int) async throws {
    let loaded = try ConfigurationSource.demo(port: port).load()
    let executor = LoopExecutor()
    let client = try loaded.client(environment: [Settings.APIKey.variable: "demo"], on: executor)
    let setup = StationSetup(loaded, access: .client(client))
    if let recordings {
      try await play(recordings, setup, executor)
    } else {
      let session = try StationSession(
        setup, on: executor, reading: .lines(LineInput(lane: "demo")), in: format ?? .standard, hints: Self.hints)
      try await session.runUntilSignalled()
    }
  }

  private func play(
    _ recordings: [Recording], _ setup: StationSetup, _ executor: LoopExecutor
  ) async throws {
    let player = RecordingPlayer(recordings)
    let (events, scanner) = AsyncStream.makeStream(of: ScannerEvent.self)
    let session = try StationSession(
      setup, on: executor, reading: .feed(LaneFeed(lane: "demo", events: events)), in: format ?? .standard,
      with: Surroundings(listeners: [player]))
    let playing = Task { try await player.play(into: scanner) }
    try await session.runUntilSignalled()
    playing.cancel()
    let differences = (try? await playing.value) ?? []
    for difference in differences { standardError(difference) }
    if !differences.isEmpty { throw ExitCode.failure }
  }

  private func recordings() throws(Problem) -> [Recording] {
    let folder: String
    do throws(MissingData) {
      folder = try data.directories.find("recordings")
    } catch {
      throw .configuration("\(error)")
    }
    let paths = FolderListing(folder, suffix: ".timeline").paths
    guard !paths.isEmpty else {
      throw .configuration("no recording, a file NAME.timeline, in \(folder). Name a folder that has some: --data DIR")
    }
    return try paths.map { path throws(Problem) in try Recording(file: path) }
  }
}

extension ConfigurationSource {
  /// Defaults alone, but for the address of the stand-in: neither `/etc` nor the environment has a say.
  fileprivate static func demo(port: Int) -> ConfigurationSource {
    ConfigurationSource(path: "/dev/null", environment: ["TOFUPILOT_URL": "http://127.0.0.1:\(port)"], hostName: "demo")
  }
}
