import ArgumentParser
import Devices
import Settings
import Station
import TofuPilot

/// `run`: the agent.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read the scanners and answer each scan, until told to stop.",
    discussion: """
      Ends on SIGTERM and SIGINT, or when standard input ends and no scanner has a lane. SIGHUP reads the configuration \
      and the key again; one that cannot be put in force changes nothing. At the start it ends the program with 78, \
      but not under a service manager (NOTIFY_SOCKET): there every lane says HOLD, and goes on when it is mended.
      """
  )

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var data: DataOptions
  @Flag(help: "Take typed or piped serial numbers too, as lane 'stdin'; for a list, `check` is the command.")
  var stdin = false
  @OptionGroup var socket: SocketOption
  @Option(
    help:
      "big: the operator's screen; line; json. Default: big on a terminal, systemd's journal under systemd, else line.")
  var format: Format?

  func run() async throws {
    let environment = ProcessEnvironment.variables
    let executor = LoopExecutor()
    var source = SetupSource(options.source, data: data.directories, executor: executor)
    let setup = try firstSetup(from: &source)
    let loaded = setup.loaded
    let served = try socket.served()
    let memory = SightingsFile(environment: environment)
    if let complaint = memory?.complaint { standardError("\(complaint)") }
    let recorder = Recorder(
      loaded, version: version,
      keySource: try? "\(Settings.APIKey(for: loaded.configuration.api, environment: environment).source)")
    let surroundings = Surroundings(
      loaded.configuration, format: format, environment: environment, recorder: recorder, socket: served)
    let session = try StationSession(
      setup, from: source, on: executor, reading: .scanners(memory: memory, input: stdin ? LineInput() : nil),
      in: format ?? .standard, with: surroundings)
    // Not lost without a word, whatever ends it.
    defer { recorder.tellUnwritten() }
    try await session.runUntilSignalled()
  }

  private func firstSetup(from source: inout SetupSource) throws(Problem) -> StationSetup {
    do throws(Problem) {
      return try source.read()
    } catch {
      // A service that ends lets go of its scanners, and they type into the login prompt.
      guard ProcessEnvironment.variables["NOTIFY_SOCKET"] != nil, let setup = source.fallback(for: error) else {
        throw error
      }
      error.tell()
      return setup
    }
  }
}

extension Recorder {
  fileprivate func tellUnwritten() {
    switch unwritten {
    case 0: break
    case let count?: standardError("\(count) entries are not in the journal: the disk took none of them to the end")
    case nil:
      standardError("the last entries may not be in the journal: the disk does not answer; scangate journal list")
    }
  }
}
