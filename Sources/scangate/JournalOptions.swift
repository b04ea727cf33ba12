import ArgumentParser
import Journal
import Settings

/// Which journal a command reads.
struct JournalOptions: ParsableArguments {
  @OptionGroup var configuration: ConfigurationOptions
  @Option(help: "The journal's file. Default: journal.path of the configuration.", completion: .file())
  var journal: String?

  func reader() throws -> JournalReader {
    try JournalReader(at: journal ?? configuration.load().configuration.journal.path)
  }
}
