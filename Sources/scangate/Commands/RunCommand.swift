import ArgumentParser
import Devices
import Settings
import Station

/// `run`: the agent.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Read the scanners and answer each scan, until told to stop.",
    discussion: "Ends on SIGTERM and SIGINT, or when standard input ends and no scanner has a lane."
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
    let loaded = try options.load()
    let lights = try loaded.lights(data.directories)
    let served = try socket.served()
    let client = try loaded.client()
    let memory = SightingsFile(environment: ProcessEnvironment.variables)
    if let complaint = memory?.complaint { standardError("\(complaint)") }
    let surroundings = Surroundings(
      loaded.configuration, format: format, environment: ProcessEnvironment.variables)
    let recorder = Recorder(
      loaded, version: version,
      keySource: try?
        "\(Settings.APIKey(for: loaded.configuration.api, environment: ProcessEnvironment.variables).source)")
    let session = try StationSession(
      loaded, client: client, format: format ?? .standard, input: stdin ? LineInput() : nil,
      lights: lights, memory: memory, recorder: recorder, socket: served, surroundings: surroundings)
    // Not lost without a word, whatever ends it.
    defer { recorder.tellUnwritten() }
    try await session.runUntilSignalled()
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
