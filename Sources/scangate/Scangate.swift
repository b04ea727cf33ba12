import ArgumentParser
import Glibc
import Journal

/// The program: reads the command and hands over.
@main
struct Scangate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scangate",
    abstract: "Scan a unit, see whether it may go on.",
    discussion: """
      Reads barcode scanners, asks TofuPilot for each scanned unit, and answers PASS, FAIL or NO VERDICT.
      Try it without scanner or account: scangate demo
      """,
    version: version,
    subcommands: [
      RunCommand.self, WatchCommand.self, CheckCommand.self, DemoCommand.self, ServeCommand.self, DevicesCommand.self,
      IdentifyCommand.self, RecordCommand.self, ReplayCommand.self, IndicatorCommand.self, ConfigCommand.self,
      JournalCommand.self, DoctorCommand.self,
    ]
  )

  static func main() async {
    // A reader that goes away is an error of `write`, not the end of the station.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let problem as Problem {
      problem.tell()
      exit(withError: problem.exitCode)
    } catch let error as JournalError {
      Problem.failure("\(error)").tell()
      exit(withError: ExitCode.failure)
    } catch {
      exit(withError: error)
    }
  }
}

/// As it is told to TofuPilot and by `--version`.
let version = "0.1.0"
