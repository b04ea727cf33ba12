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
struct StationSession: Service {
  private let station: Station
  private let client: APIClient
  private let console: Console
  /// Tells when nobody reads standard output any more.
  private let closed: AsyncStream<Void>
  private let screen: Screen?
  private let services: [any Service]
  /// Where others see it and borrow from it; nil: nowhere.
  private let server: AgentServer?

  /// - Parameters:
  ///   - lights: those that stand beside the lanes.
  ///   - hints: what the screen says under READY.
  ///   - socket: where the session is watched, and lends its devices.
  ///   - listeners: outputs besides the one on standard output.
  ///   - surroundings: nil: it runs for itself.
  init(
    _ loaded: LoadedConfiguration, client: APIClient, format: Format, input: LineInput? = nil, feed: LaneFeed? = nil,
    lights: [LightPlan] = [], hints: [String] = [], listeners: [any Output] = [], readsScanners: Bool = true,
    memory: SightingsFile? = nil, recorder: Recorder? = nil, socket: AgentSocket? = nil,
    surroundings: Surroundings? = nil
  ) throws(DeviceError) {
    self.client = client
    services = surroundings?.services ?? []
    let (closed, close) = AsyncStream.makeStream(of: Void.self)
    self.closed = closed
    console = Console(
      lossNotice: format == .json ? LossNotice.json : LossNotice.text, onClose: { close.yield() })
    var outputs = listeners + (surroundings?.outputs ?? [])
    var desk: LendingDesk?
    if let socket {
      let board = NoticeBoard(facts: ScreenFacts(loaded.configuration, hints: [], typedLane: nil))
      let lending = LendingDesk()
      do throws(DeviceError) {
        server = try AgentServer(socket, board: board, desk: lending)
      } catch {
        client.shutdown()
        throw error
      }
      outputs.append(board)
      desk = lending
    } else {
      server = nil
    }
    switch format {
    case _ where surroundings?.logger != nil: screen = nil
    case .big where Terminal.isScreen(1):
      let facts = ScreenFacts(loaded.configuration, hints: hints, typedLane: input?.lane)
      let screen = Screen(
        facts: facts, terminal: Terminal(isTypedOn: input != nil), clock: { SystemClock.now.utc })
      self.screen = screen
      outputs.append(screen)
    case .big, .line:
      screen = nil
      outputs.append(LineOutput(console))
    case .json:
      screen = nil
      outputs.append(JSONOutput(console))
    }
    station = Station(
      configuration: loaded.configuration, hash: loaded.hash, client: client, outputs: outputs, lights: lights,
      input: input, feed: feed, readsScanners: readsScanners, memory: memory, recorder: recorder,
      heartbeat: surroundings?.heartbeat, desk: desk)
  }

  /// Runs until the station ends, and its reader has taken what it told.
  func run() async throws {
    try await station.run()
    await cancelWhenGracefulShutdown { await console.flush() }
  }

  /// Runs until the station ends, or SIGTERM, SIGINT or SIGHUP ends it, or nobody reads what it tells.
  func runUntilSignalled() async throws {
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        // The station ends first, and those around it then.
        services: services.map { .init(service: $0) } + [
          .init(service: self, successTerminationBehavior: .gracefullyShutdownGroup)
        ],
        gracefulShutdownSignals: [.sigterm, .sigint, .sighup], logger: .silent))
    let watcher = Task { [closed, station] in
      for await _ in closed { station.stop() }
    }
    defer {
      watcher.cancel()
      server?.stop()
      screen?.close()
      // What is told last is still to reach a reader that reads; one that stands still is not waited for.
      console.flush(within: .milliseconds(500))
      client.shutdown()
    }
    do {
      try await group.run()
    } catch let error as DeviceError {
      throw Problem.failure("\(error)")
    }
    if console.isClosed { throw Problem.failure("nobody reads standard output any more, so no verdict can be told") }
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
