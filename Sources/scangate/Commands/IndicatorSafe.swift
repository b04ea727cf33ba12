import ArgumentParser
import Settings
import Station

/// `indicator safe`: every light dark, whatever left it lit.
struct IndicatorSafe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safe",
    abstract: "Send each configured light its safe state: what a service does after any end of the agent.",
    discussion: """
      Exits 1 if one of them cannot be reached. A running agent lends its lights and holds their lanes meanwhile; then \
      they show again what it has to show.
      """
  )

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var socket: SocketOption
  @Option(help: "Only this lane's light.") var lane: String?

  func run() async throws {
    let plans = try options.load().lights(data.directories).filter { lane == nil || $0.lane == lane }
    if plans.isEmpty, let lane { throw Problem.configuration("lane \(lane) has no light: give it one in indicators:") }
    var trouble: [String] = []
    for plan in plans {
      do throws(Problem) {
        print("\(plan.title): \(try await darken(plan))")
      } catch {
        trouble.append("\(plan.title): \(error.message)")
      }
    }
    if !trouble.isEmpty { throw Problem.failure(trouble.joined(separator: "\n")) }
  }

  /// - Returns: how the light is then.
  private func darken(_ plan: LightPlan) async throws(Problem) -> String {
    let loan = try socket.borrow(.light(at: plan.port.description, by: "scangate indicator safe"))
    defer { loan?.giveBack() }
    let light = try await TriedLight(plan)
    defer { light.stop() }
    if let error = await light.outcome { throw .failure("\(error)") }
    return loan == nil ? "in its safe state" : "was in its safe state, and is the agent's again"
  }
}
