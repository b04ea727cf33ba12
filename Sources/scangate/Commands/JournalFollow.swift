import ArgumentParser
import Gating
import Journal
import Station
import UnixSignals

/// `journal follow`: the latest entries, then each new one as it comes.
struct JournalFollow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "List the latest entries, then each as it is recorded, until Ctrl-C.")

  @OptionGroup var journal: JournalOptions
  @OptionGroup var wanted: EntryOptions
  @Option(help: "How many of those that are there already.") var limit = 10
  @Flag(help: "One JSON object a line, as it was recorded.") var json = false

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit: found \(limit), allowed 0 and more") }
  }

  func run() async throws {
    let moments = await moments()
    let style = EntryStyle(json: json)
    var reader = try journal.reader()
    var pages = try EntryPages(of: wanted.filter, latest: limit, in: reader)
    guard style.printHeading() else { return }
    for await _ in moments {
      if !reader.isCurrent, let anew = try reopened(reader.path) {
        // Another journal is told from its beginning; one that is written again, from where it was.
        let latest = try anew.entry(pages.position)
        let isSame = latest != nil && latest == (try? reader.entry(pages.position))
        pages = EntryPages(of: wanted.filter, after: isSame ? pages.position : 0)
        reader = anew
      }
      var entries = try pages.next(in: reader)
      while !entries.isEmpty {
        guard style.print(entries) else { return }
        entries = try pages.next(in: reader)
      }
    }
  }

  /// nil: none stands there at this moment.
  private func reopened(_ path: String) throws(JournalError) -> JournalReader? {
    do throws(JournalError) {
      return try JournalReader(at: path)
    } catch {
      guard error.cause == .missing else { throw error }
      return nil
    }
  }

  /// Four a second, until a signal ends the command.
  private func moments() async -> AsyncStream<Void> {
    let (moments, tell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
    let clock = Task {
      while true {
        tell.yield()
        try await Task.sleep(for: .milliseconds(250))
      }
    }
    let watch = Task {
      for await _ in signals { tell.finish() }
    }
    tell.onTermination = { _ in
      clock.cancel()
      watch.cancel()
    }
    return moments
  }
}
