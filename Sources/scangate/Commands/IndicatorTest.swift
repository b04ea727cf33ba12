import ArgumentParser
import Glibc
import Settings
import Signals
import Station

/// `indicator test`: a light walked through all that it may show.
struct IndicatorTest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Show every signal on a light; on a terminal, ask of each whether it is as it must be.",
    discussion:
      "Exits 1 if the light cannot be reached, or one was not. A running agent lends its light and holds its lane meanwhile."
  )

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var socket: SocketOption
  @Option(help: "The lane whose light it is. Default: the only light there is.") var lane: String?
  @Option(help: "A profile's name, for a light that is not configured yet.") var profile: String?
  @Option(help: "Its port, a path below /dev.") var port: String?
  @Flag(help: "Print what would be sent, and open nothing.") var dryRun = false
  @Flag(help: "Ask nothing.") var yes = false

  func validate() throws {
    guard (profile == nil) == (port == nil) || dryRun && port == nil else {
      throw ValidationError("--profile and --port belong together")
    }
    if let port, !port.hasPrefix("/dev/") { throw ValidationError("--port takes a path below /dev: /dev/ttyUSB0") }
  }

  func run() async throws {
    var plan = try plan()
    guard !dryRun else { return print(plan.profile.transcript, terminator: "") }
    // It stands until it was looked at.
    plan.passTime = .seconds(3600)
    let loan = try socket.borrow(.light(at: plan.port.description, by: "scangate indicator test"))
    defer { loan?.giveBack() }
    let light = try await TriedLight(plan)
    defer { light.stop() }
    if let error = await light.outcome { throw Problem.failure("\(plan.title): \(error)") }
    let asks = !yes && isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    var wrong: [String] = []
    for signal in Signal.allCases {
      light.show(Message(signal, serial: "SN-2024-001234", reason: "TEST", lane: plan.lane ?? "1"))
      print("\(signal.name): \(signal.look)", terminator: asks ? "? [y/n] " : "\n")
      fflush(nil)
      if !asks {
        try await Task.sleep(for: .seconds(1.5))
      } else if readLine()?.lowercased().hasPrefix("y") != true {
        wrong.append(signal.name)
      }
      if let error = light.error { throw Problem.failure("\(plan.title): \(error)") }
    }
    if !wrong.isEmpty {
      throw Problem.failure(
        "not as it must be: \(wrong.joined(separator: ", ")). Mend the profile, or choose another: scangate indicator list"
      )
    }
  }

  private func plan() throws -> LightPlan {
    if let profile {
      let settings = IndicatorSettings(lane: lane, profile: profile, port: .path(port ?? "/dev/null"))
      return LightPlan(settings, lane: lane, profile: try Profile(named: profile, in: data.directories))
    }
    let plans = try options.load().lights(data.directories)
    let fitting = plans.filter { lane == nil || $0.lane == lane }
    guard let plan = fitting.first, fitting.count == 1 else {
      let lanes = plans.map { $0.lane ?? "the only lane" }.joined(separator: ", ")
      throw Problem.configuration(
        plans.isEmpty
          ? "no light is configured: scangate indicator test --profile NAME --port /dev/…"
          : "which light? --lane, one of: \(lanes)")
    }
    return plan
  }
}
