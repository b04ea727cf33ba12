import ArgumentParser
import Station

/// `indicator safe`: every light dark, whatever left it lit.
struct IndicatorSafe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safe",
    abstract: "Send each configured light its safe state: what a service does after any end of the agent.",
    discussion: "Exits 1 if one of them cannot be reached. A running agent holds its lights: stop it first."
  )

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var data: DataOptions
  @Option(help: "Only this lane's light.") var lane: String?

  func run() async throws {
    let plans = try options.load().lights(data.directories).filter { lane == nil || $0.lane == lane }
    if plans.isEmpty, let lane { throw Problem.configuration("lane \(lane) has no light: give it one in indicators:") }
    var trouble: [String] = []
    for plan in plans {
      let light = try TriedLight(plan)
      if let error = await light.outcome {
        trouble.append("\(plan.title): \(error)")
      } else {
        print("\(plan.title): in its safe state")
      }
      light.stop()
    }
    if !trouble.isEmpty { throw Problem.failure(trouble.joined(separator: "\n")) }
  }
}
