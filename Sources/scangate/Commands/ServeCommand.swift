import ArgumentParser
import Glibc
import Logging
import ServiceLifecycle
import Settings
import StandIn
import UnixSignals

/// `serve`: a stand-in for TofuPilot's API on this machine.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Stand in for TofuPilot's API, with units from a file.",
    discussion: "Each reply is marked; an agent that sees the mark says STAND-IN."
  )

  @OptionGroup var data: DataOptions
  @Option(help: "A JSON array of units, in the API's own shape. Default: the demo's.") var units: String?
  @Option(help: "Port on 127.0.0.1; 0 takes a free one.") var port = 8765
  @Option(help: "File with the key that is demanded. Default: the key is 'demo'.") var keyFile: String?
  @Option(help: "Answer with this instead: \(FaultOption.allowed).") var fault: FaultOption?
  @Option(help: "Wait before each answer: 800ms, 2s; an hour at most.") var delay: DurationOption?

  func validate() throws {
    guard StandIn.ports.contains(port) else { throw ValidationError("\(StandInError.noPort(port))") }
  }

  func run() async throws {
    let service = StandInService(standIn: try standIn(), port: port)
    do {
      try await service.runUntilSignalled()
    } catch let error as StandInError {
      throw Problem.failure("\(error)")
    }
  }

  private func standIn() throws(Problem) -> StandIn {
    do {
      return StandIn(
        units: try data.units(from: units), key: try keyFile.map { try TextFile(at: $0).text.trimmed } ?? "demo",
        faults: Faults(delay: delay?.duration ?? .zero, fault: fault?.fault))
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .configuration("\(error)")
    }
  }
}

/// The stand-in as a long-running part: says where it listens, ends on SIGTERM and SIGINT.
private struct StandInService: Service {
  let standIn: StandIn
  let port: Int

  func run() async throws {
    try await standIn.run(port: port) { port in
      print("http://127.0.0.1:\(port)")
      fflush(nil)
    }
  }

  func runUntilSignalled() async throws {
    try await ServiceGroup(
      services: [self], gracefulShutdownSignals: [.sigterm, .sigint], logger: .silent
    ).run()
  }
}
