import Gating
import Journal
import Settings

/// How the journal does, as the station tells it.
package struct JournalState: Hashable, Sendable {
  /// Why nothing is recorded now; nil: everything is.
  package var trouble: HoldCause?
  /// The same at length, with what to do about it; empty without trouble.
  package var complaint: String
  /// A verdict that cannot be recorded is NO VERDICT.
  package var isRequired: Bool
  /// The share of the file system that is taken, in percent, where that is a warning; else nil.
  package var fullness: Int?
  /// Where the damaged file was put that stood in the journal's place; nil: none did.
  package var setAside: String?

  package init(
    trouble: HoldCause? = nil, complaint: String = "", isRequired: Bool, fullness: Int? = nil, setAside: String? = nil
  ) {
    self.trouble = trouble
    self.complaint = complaint
    self.isRequired = isRequired
    self.fullness = fullness
    self.setAside = setAside
  }
}

extension JournalState {
  /// While its first opening takes its time.
  static func opening(_ settings: JournalSettings) -> JournalState {
    JournalState(
      trouble: .journalNotOpen,
      complaint: "journal \(settings.path): is being opened, which takes long; scangate goes on by itself, and "
        + "`sudo dmesg | grep -i error` tells whether the disk is failing",
      isRequired: settings.isRequired)
  }

  /// Why no lane can give a PASS; nil: as far as the journal goes, each can.
  package var hold: HoldCause? { isRequired ? trouble : nil }

  /// Nothing can be recorded for now; the trouble lasts since it began, whatever it is called meanwhile.
  mutating func fail(_ error: JournalError) {
    let cause = HoldCause.notRecorded(error, since: trouble?.since)
    // The same in other words of SQLite's is no news.
    guard cause != trouble else { return }
    trouble = cause
    complaint = "\(error)"
  }

  mutating func recover(in journal: Journal) {
    trouble = nil
    complaint = ""
    setAside = journal.setAside ?? setAside
  }

  /// Words of warning for a screen's header.
  package var words: [String] {
    [trouble == nil ? nil : "NOT RECORDED", fullness.map { "DISK \($0)% FULL" }].compactMap(\.self)
  }

  /// What somebody has to look after though verdicts are given; empty where there is nothing.
  package var note: String {
    [
      trouble.map { _ in "verdicts are shown and not recorded: \(complaint)" },
      fullness.map { "the journal's file system is \($0)% full: make room, or lower journal.keep" },
      setAside.map { "the journal was damaged: it is kept as \($0), and a new one begun" },
    ].compactMap(\.self).joined(separator: "; ")
  }
}
