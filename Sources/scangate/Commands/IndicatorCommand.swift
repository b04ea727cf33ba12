import ArgumentParser

/// `indicator`: the lights.
struct IndicatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicator",
    abstract: "Try a light, list the kinds of lights, or make them safe.",
    subcommands: [IndicatorTest.self, IndicatorList.self, IndicatorSafe.self]
  )
}
