import ArgumentParser
import Doctor
import Station

/// `doctor`: what is wrong with this station, and the next command.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Find what is wrong with this station, and name the next command.",
    discussion: """
      Looks at configuration, scanners, rules, lights, key, network, journal, service and clock within 10 s; a light \
      that nobody holds is left dark. Runs as any user; what only root can see is told as not seen.
      Exits 1 if there is any trouble; a warning is none.
      """
  )

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var data: DataOptions
  @Flag(help: "One JSON object a line.") var json = false

  func run() async throws {
    let doctor = Doctor(
      options.source, data: data.directories, environment: ProcessEnvironment.variables, version: version)
    let diagnosis = await doctor.examine()
    for line in json ? diagnosis.json.map(\.closed) : diagnosis.lines { print(line) }
    if !diagnosis.isSound { throw ExitCode.failure }
  }
}
