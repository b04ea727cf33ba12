import ArgumentParser

/// `journal`: what was decided.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Look up what was decided, prove that it is unchanged, try other rules on it.",
    discussion: "Reads only; it works while the agent runs, and when it does not.",
    subcommands: [
      JournalList.self, JournalFollow.self, JournalShow.self, JournalStats.self, JournalVerify.self,
      JournalBacktest.self,
    ]
  )
}
