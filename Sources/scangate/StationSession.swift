import ArgumentParser
import Devices
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
  private let output: StandardOutput
  private let surroundings: Surroundings
  /// Shows it to others and lends them its devices; nil: nobody asks.
  private let server: AgentServer?
  private let board: NoticeBoard?

  /// - Parameters:
  ///   - source: where the setup is read from again; nil: it stays.
  ///   - executor: of the setup's client.
  ///   - hints: what the screen says under READY.
  init(
    _ setup: StationSetup, from source: SetupSource? = nil, on executor: LoopExecutor, reading scans: ScanSource,
    in format: Format, hints: [String] = [], with surroundings: Surroundings = Surroundings()
  ) throws(DeviceError) {
    self.setup = setup
    self.source = source
    self.surroundings = surroundings
    facts = { ScreenFacts($0.configuration, hints: hints, typedLane: scans.input?.lane) }
    var companions = Companions(
      outputs: surroundings.listeners, recorder: surroundings.recorder, heartbeat: surroundings.heartbeat)
    if let socket = surroundings.socket {
      let board = NoticeBoard(facts: ScreenFacts(setup.loaded.configuration))
      let desk = LendingDesk()
      server = try AgentServer(socket, board: board, desk: desk)
      self.board = board
      companions.outputs.append(board)
      companions.desk = desk
    } else {
      (server, board) = (nil, nil)
    }
    // Last: it takes the terminal, which an error above would leave so.
    output = StandardOutput(surroundings.logger == nil ? format : nil, facts(setup.loaded))
    if let listener = output.listener { companions.outputs.append(listener) }
    station = Station(setup, on: executor, reading: scans, with: companions)
  }

  /// Runs until the station ends, and its reader has taken what it told.
  func run() async throws {
    try await station.run()
    await cancelWhenGracefulShutdown { await output.flush() }
  }

  /// Runs until the station ends, or SIGTERM or SIGINT ends it, or nobody reads what it tells. SIGHUP ends it where its
  /// setup stays, or its terminal is gone; else it has the setup read again.
  func runUntilSignalled() async throws {
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        // The station ends first, and those around it then.
        services: surroundings.services.map { .init(service: $0) } + [
          .init(service: self, successTerminationBehavior: .gracefullyShutdownGroup)
        ],
        gracefulShutdownSignals: source == nil ? [.sigterm, .sigint, .sighup] : [.sigterm, .sigint], logger: .silent))
    let watcher = Task { [output, station] in
      for await _ in output.closed { station.stop() }
    }
    let reloading = await reloading()
    defer {
      watcher.cancel()
      reloading?.cancel()
      server?.stop()
      output.close()
    }
    do {
      try await group.run()
    } catch let error as DeviceError {
      throw Problem.failure("\(error)")
    }
    if output.isClosed { throw Problem.failure("nobody reads standard output any more, so no verdict can be told") }
  }

  /// Has the setup read again when it changes, or SIGHUP comes.
  private func reloading() async -> Task<Void, Never>? {
    guard let source else { return nil }
    let hangUps = await UnixSignalsSequence(trapping: .sighup)
    let isOnTerminal = isatty(STDOUT_FILENO) == 1
    return Task { [station, setup, output, board, facts, report = surroundings.report] in
      var reloads = Reloads(of: station, in: setup, from: source) {
        output.set(facts($0))
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
