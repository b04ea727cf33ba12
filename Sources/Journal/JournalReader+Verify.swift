internal import FoundationEssentials
internal import GRDB

extension JournalReader {
  /// Follows the chain from its first entry to its head: it reads them all, some seconds for a million.
  ///
  /// What it cannot tell: that the whole file was replaced, or that entries were cut off its end. Both show against a head
  /// that was written down elsewhere.
  package func verify() throws(JournalError) -> ChainReport {
    try connection.read { database in
      var report = ChainReport(after: try Self.dropped(in: database))
      let rows = try Row.fetchCursor(database, sql: "SELECT sequence, hash, payload FROM entry ORDER BY sequence")
      while let row = try rows.next() {
        let isIntact = try row.withUnsafeData(atIndex: 2) { payload in
          (payload ?? Data()).withUnsafeBytes { payload in
            report.follow(sequence: row[0], hash: ChainHash(stored: row[1]), payload: payload)
          }
        }
        guard isIntact else { break }
      }
      return report
    }
  }

  /// The last entry that retention dropped, which the latest `trimmed` names.
  private static func dropped(in database: Database) throws -> ChainHead? {
    let trimmed = try Row.fetchOne(
      database,
      sql: """
        SELECT payload ->> 'through', payload ->> 'hash' FROM entry
        WHERE type = 'trimmed' AND json_valid(payload) ORDER BY sequence DESC LIMIT 1
        """)
    guard let trimmed, let through = Int64.fromDatabaseValue(trimmed[0]),
      let hash = String.fromDatabaseValue(trimmed[1]).flatMap({ ChainHash(hex: $0) })
    else { return nil }
    return ChainHead(sequence: through, hash: hash)
  }
}
