import ArgumentParser
import Gating
import Journal
import Station

/// `journal stats`: what the verdicts of a time come to.
struct JournalStats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count verdicts by the hour, reasons and times.",
    discussion: "First-pass rate: the share of units whose first verdict that was shown in this time was PASS."
  )

  @OptionGroup var journal: JournalOptions
  @Option(help: "From there on: 24h, 7d, 2026-11-23, 2026-11-23T06:00.") var since = TimeOption.dayAgo
  @Option(help: "Before there; written like --since.") var until: TimeOption?
  @Option(help: "Of one lane.") var lane: String?
  @Flag(help: "One JSON object.") var json = false

  func run() throws {
    let statistics = try journal.reader().statistics(
      since: since.time, until: until?.time ?? UTCTime(nanoseconds: .max), lane: lane)
    _ = Printout.write(
      json ? [statistics.json.closed] : StatisticsChart(statistics).lines(width: Printout.width ?? 80))
  }
}
