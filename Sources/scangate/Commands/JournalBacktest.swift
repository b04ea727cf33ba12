import ArgumentParser
import Gating
import Journal
import Settings
import Station

/// `journal backtest`: the line lead's look before the leap.
struct JournalBacktest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Tell which recorded verdicts another configuration would have changed.",
    discussion: """
      --config names the new configuration; nothing is put in force, and TofuPilot is not asked. Each verdict is judged at \
      its own time on what TofuPilot answered then; what that does not tell is counted apart.
      """
  )

  @OptionGroup var journal: JournalOptions
  @Option(help: "From there on: 24h, 7d, 2026-11-23, 2026-11-23T06:00.") var since = TimeOption.weekAgo
  @Option(help: "Before there; written like --since.") var until: TimeOption?
  @Flag(help: "One JSON object.") var json = false

  func validate() throws {
    guard journal.configuration.config != nil else { throw ValidationError("--config: missing, name the new file") }
  }

  func run() throws {
    let loaded = try journal.configuration.load()
    let reader = try journal.reader()
    var backtest = Backtest(of: Rejudge(by: loaded))
    let filter = EntryFilter(since: since.time, until: until?.time)
    var pages = try EntryPages(of: filter, latest: nil, in: reader)
    var entries = try pages.next(in: reader)
    while !entries.isEmpty {
      for entry in entries { backtest.add(entry) }
      entries = try pages.next(in: reader)
    }
    let report = BacktestReport(backtest, path: loaded.path ?? "", hash: loaded.hash)
    _ = Printout.write(json ? [report.json.closed] : report.lines)
  }
}
