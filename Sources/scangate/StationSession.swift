import ArgumentParser
import Devices
import Gating
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
  private let screen: Screen?

  /// - Parameters:
  ///   - hints: what the screen says under READY.
  ///   - listeners: outputs besides the one on standard output.
  init(
    _ loaded: LoadedConfiguration, client: APIClient, format: Format, input: LineInput? = nil, feed: LaneFeed? = nil,
    hints: [String] = [], listeners: [any Output] = [], readsScanners: Bool = true
  ) {
    self.client = client
    console = Console()
    var outputs = listeners
    switch format {
    case .big where Terminal.isScreen(1):
      let facts = ScreenFacts(loaded.configuration, hints: hints, typedLane: input?.lane)
      let screen = Screen(
        facts: facts, terminal: Terminal(isTypedOn: input != nil), clock: { SystemClock.now.utc })
      self.screen = screen
      outputs.append(screen)
    case .big, .line:
      screen = nil
      outputs.append(LineOutput(console: console))
    case .json:
      screen = nil
      outputs.append(JSONOutput(console: console))
    }
    station = Station(
      configuration: loaded.configuration, hash: loaded.hash, client: client, outputs: outputs, input: input,
      feed: feed, readsScanners: readsScanners)
  }

  /// Runs until the station ends, or SIGTERM or SIGINT ends it.
  func run() async throws {
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: station, successTerminationBehavior: .gracefullyShutdownGroup)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: .silent))
    defer {
      screen?.close()
      console.flush()
      client.shutdown()
    }
    do {
      try await group.run()
    } catch let error as DeviceError {
      throw Problem.failure("\(error)")
    }
  }
}

extension ScreenFacts {
  fileprivate init(_ configuration: Configuration, hints: [String], typedLane: String?) {
    let lanes: [String]? = if case .only(let lanes) = configuration.screen.lanes { lanes } else { nil }
    self.init(
      station: configuration.station.name, rules: configuration.gate.summary,
      words: configuration.scanners.allSatisfy(\.grab) ? [] : ["GRAB OFF"], hints: hints, typedLane: typedLane,
      lanes: lanes, bell: configuration.screen.bell)
  }
}

extension Logger {
  /// For a library that wants a logger and has nothing to tell that an operator could use.
  static let silent = Logger(label: "scangate") { _ in SwiftLogNoOpLogHandler() }
}
