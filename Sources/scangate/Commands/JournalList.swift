import ArgumentParser
import Gating
import Journal
import Station

/// `journal list`: a line for each entry, newest last.
struct JournalList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List what was decided, newest last.",
    discussion: """
      Without a filter, what befell the station is listed too: starts, reloads, a lost disk. A verdict in brackets was \
      shown to nobody.
      """
  )

  @OptionGroup var journal: JournalOptions
  @OptionGroup var wanted: EntryOptions
  @Option(help: "Before there; written like --since.") var until: TimeOption?
  @Flag(help: "Units on hold: those whose last verdict is NO VERDICT, or was not shown.") var held = false
  @Option(help: "How many, from the end.") var limit = 50
  @Flag(help: "All there are.") var all = false
  @Flag(help: "One JSON object a line, as it was recorded.") var json = false
  @Flag(help: "For a spreadsheet.") var csv = false

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit: found \(limit), allowed 1 and more, or --all") }
    guard !json || !csv else { throw ValidationError("--json or --csv, not both") }
  }

  func run() throws {
    var filter = wanted.filter
    filter.until = until?.time
    filter.isHeld = held
    let reader = try journal.reader()
    let style = EntryStyle(json: json, csv: csv)
    var pages = try EntryPages(of: filter, latest: all ? nil : limit, in: reader)
    guard style.printHeading() else { return }
    var entries = try pages.next(in: reader)
    while !entries.isEmpty, style.print(entries) {
      entries = try pages.next(in: reader)
    }
  }
}
