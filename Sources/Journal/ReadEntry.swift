internal import FoundationEssentials
internal import GRDB

/// An entry as it is read back, with what later ones say of it.
package struct ReadEntry: Hashable, Sendable {
  package var entry: JournalEntry
  /// Its verdict was overtaken between its commit and its showing, and shown to nobody.
  package var isOvertaken: Bool

  /// What an entry tells.
  package enum Content: Sendable {
    case verdict(RecordedVerdict)
    case note(RecordedNote)
    /// Its text is not what was recorded: `verify` tells since when.
    case unreadable
  }

  package var content: Content {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let text = Data(entry.payload.utf8)
    guard let note = try? decoder.decode(RecordedNote.self, from: text) else { return .unreadable }
    guard note.type == "verdict" else { return .note(note) }
    guard var verdict = try? decoder.decode(RecordedVerdict.self, from: text) else { return .unreadable }
    if isOvertaken { verdict.isShown = false }
    return .verdict(verdict)
  }
}

extension ReadEntry {
  static let columns: SQL = """
    entry.sequence, hash, payload, EXISTS (SELECT 1 FROM entry AS later WHERE later.overtaken = entry.sequence)
    """

  /// From its columns.
  init?(row: Row) {
    guard let entry = JournalEntry(row: row) else { return nil }
    self.init(entry: entry, isOvertaken: row[3])
  }
}

extension JournalReader {
  /// nil where there is none of that number.
  package func read(_ sequence: Int64) throws(JournalError) -> ReadEntry? {
    try connection.read { database in
      let request: SQLRequest<Row> = "SELECT \(ReadEntry.columns) FROM entry WHERE sequence = \(sequence)"
      return try request.fetchOne(database).flatMap(ReadEntry.init)
    }
  }
}
