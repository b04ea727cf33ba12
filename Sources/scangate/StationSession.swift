import ArgumentParser
import Devices
import Logging
import ServiceLifecycle
import Settings
import Station
import TofuPilot
import UnixSignals

/// A station in this process: its outputs on standard output, its end by signal.
struct StationSession {
  private let station: Station
  private let client: APIClient
  private let console: Console

  init(
    _ loaded: LoadedConfiguration, client: APIClient, format: Format, input: LineInput? = nil, feed: LaneFeed? = nil,
    listeners: [any Output] = [], readsScanners: Bool = true
  ) {
    self.client = client
    console = Console()
    let output: any Output = format == .json ? JSONOutput(console: console) : LineOutput(console: console)
    station = Station(
      configuration: loaded.configuration, hash: loaded.hash, client: client, outputs: [output] + listeners,
      input: input, feed: feed, readsScanners: readsScanners)
  }

  /// Runs until the station ends, or SIGTERM or SIGINT ends it.
  func run() async throws {
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: station, successTerminationBehavior: .gracefullyShutdownGroup)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: .silent))
    do {
      try await group.run()
    } catch let error as DeviceError {
      throw Problem.failure("\(error)")
    }
    console.flush()
    await client.shutdown()
  }
}

extension Logger {
  /// For a library that wants a logger and has nothing to tell that an operator could use.
  static let silent = Logger(label: "scangate") { _ in SwiftLogNoOpLogHandler() }
}
