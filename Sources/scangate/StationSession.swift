import ArgumentParser
import Devices
import Gating
import Glibc
import Logging
import ServiceLifecycle
import Settings
import Station
import TofuPilot
import UnixSignals

/// A station in this process: its outputs on standard output, its end by signal.
struct StationSession: Service {
  private let station: Station
  private let setup: StationSetup
  private let source: SetupSource?
  private let facts: @Sendable (LoadedConfiguration) -> ScreenFacts
  private let console: Console
  /// Tells when nobody reads standard output any more.
  private let closed: AsyncStream<Void>
  private let screen: Screen?
  private let services: [any Service]
  /// Where others see it and borrow from it; nil: nowhere.
  private let server: AgentServer?
  private let board: NoticeBoard?
  private let report: ServiceReport?

  /// - Parameters:
  ///   - source: where the setup is read from again; nil: it stays.
  ///   - hints: what the screen says under READY.
  ///   - socket: where the session is watched, and lends its devices.
  ///   - listeners: outputs besides the one on standard output.
  ///   - surroundings: nil: it runs for itself.
  init(
    _ setup: StationSetup, from source: SetupSource? = nil, executor: LoopExecutor, format: Format,
    input: LineInput? = nil, feed: LaneFeed? = nil, hints: [String] = [], listeners: [any Output] = [],
    readsScanners: Bool = true, memory: SightingsFile? = nil, recorder: Recorder? = nil, socket: AgentSocket? = nil,
    surroundings: Surroundings? = nil
  ) throws(DeviceError) {
    self.setup = setup
    self.source = source
    services = surroundings?.services ?? []
    report = surroundings?.report
    let (closed, close) = AsyncStream.makeStream(of: Void.self)
    self.closed = closed
    console = Console(
      lossNotice: format == .json ? LossNotice.json : LossNotice.text, onClose: { close.yield() })
    facts = { ScreenFacts($0.configuration, hints: hints, typedLane: input?.lane) }
    var outputs = listeners + (surroundings?.outputs ?? [])
    var desk: LendingDesk?
    if let socket {
      let board = NoticeBoard(facts: ScreenFacts(setup.loaded.configuration))
      let lending = LendingDesk()
      server = try AgentServer(socket, board: board, desk: lending)
      outputs.append(board)
      (self.board, desk) = (board, lending)
    } else {
      (server, board) = (nil, nil)
    }
    switch format {
    case _ where surroundings?.logger != nil: screen = nil
    case .big where Terminal.isScreen(1):
      let screen = Screen(
        facts: facts(setup.loaded), terminal: Terminal(isTypedOn: input != nil), clock: { SystemClock.now.utc })
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
      setup, executor: executor, outputs: outputs, input: input, feed: feed, readsScanners: readsScanners,
      memory: memory, recorder: recorder, heartbeat: surroundings?.heartbeat, desk: desk)
  }

  /// Runs until the station ends, and its reader has taken what it told.
  func run() async throws {
    try await station.run()
    await cancelWhenGracefulShutdown { await console.flush() }
  }

  /// Runs until the station ends, or SIGTERM or SIGINT ends it, or nobody reads what it tells. SIGHUP ends it where its
  /// setup stays, or its terminal is gone; else it has the setup read again.
  func runUntilSignalled() async throws {
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        // The station ends first, and those around it then.
        services: services.map { .init(service: $0) } + [
          .init(service: self, successTerminationBehavior: .gracefullyShutdownGroup)
        ],
        gracefulShutdownSignals: source == nil ? [.sigterm, .sigint, .sighup] : [.sigterm, .sigint], logger: .silent))
    let watcher = Task { [closed, station] in
      for await _ in closed { station.stop() }
    }
    let reloading = await reloading()
    defer {
      watcher.cancel()
      reloading?.cancel()
      server?.stop()
      screen?.close()
      // What is told last is still to reach a reader that reads; one that stands still is not waited for.
      console.flush(within: .milliseconds(500))
    }
    do {
      try await group.run()
    } catch let error as DeviceError {
      throw Problem.failure("\(error)")
    }
    if console.isClosed { throw Problem.failure("nobody reads standard output any more, so no verdict can be told") }
  }

  /// Has the setup read again when it changes, or SIGHUP comes.
  private func reloading() async -> Task<Void, Never>? {
    guard let source else { return nil }
    let hangUps = await UnixSignalsSequence(trapping: .sighup)
    let isOnTerminal = isatty(STDOUT_FILENO) == 1
    return Task { [station, setup, screen, board, report, facts] in
      var reloads = Reloads(of: station, in: setup, from: source) {
        screen?.set(facts($0))
        board?.set(ScreenFacts($0.configuration))
      }
      let ask = reloads.ask
      async let asking: Void = {
        for await _ in hangUps {
          // A terminal that was closed says so with the same signal.
          if isOnTerminal, isatty(STDOUT_FILENO) == 0 { return station.stop() }
          report?.beginReload()
          ask()
        }
      }()
      await reloads.run()
      await asking
    }
  }
}

extension ScreenFacts {
  fileprivate init(_ configuration: Configuration, hints: [String] = [], typedLane: String? = nil) {
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
