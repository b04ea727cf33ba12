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
  @Option(
    help:
      "big: the operator's screen; line; json. Default: big on a terminal, systemd's journal under systemd, else line.")
  var format: Format?

  func run() async throws {
    let loaded = try options.load()
    let lights = try loaded.lights(data.directories)
    let client = try loaded.client()
    let memory = SightingsFile(environment: ProcessEnvironment.variables)
    if let complaint = memory?.complaint { standardError("\(complaint)") }
    let surroundings = Surroundings(
      loaded.configuration, format: format, environment: ProcessEnvironment.variables)
    let session = StationSession(
      loaded, client: client, format: format ?? .standard, input: stdin ? LineInput() : nil,
      lights: lights, memory: memory, surroundings: surroundings)
    try await session.runUntilSignalled()
  }
}
