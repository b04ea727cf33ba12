internal import GRDB

extension Journal {
  /// Entries that one call drops at most, and pages that it gives back.
  private static let batch: Int64 = 1000

  /// Drops the oldest entries that are too old, or do not fit: the chain goes on from where they ended, which an entry
  /// `trimmed` keeps. Their room is used again; what of the file is beyond the size is given back. Some 0.1 s.
  ///
  /// Age needs a clock that can be trusted: one that is years ahead would drop everything.
  ///
  /// - Parameters:
  ///   - oldest: entries whose `at` is before this go (ISO 8601, UTC), up to the first that is not.
  ///   - size: how large the file may be, in bytes.
  ///   - now: the `at` of `trimmed`.
  /// - Returns: whether there is more to drop: call again once what waits is written.
  @discardableResult
  package func trim(olderThan oldest: String, size: Int64, at now: String) throws(JournalError) -> Bool {
    try write { database in
      let first = try Int64.fetchOne(database, sql: "SELECT min(sequence) FROM entry") ?? 1
      let last = try Int64.fetchOne(database, sql: "SELECT max(sequence) FROM entry") ?? 0
      let limit = min(last, first + Self.batch - 1)
      let tooMany = try FilePages(of: database).entries(beyond: size, of: last - first + 1)
      let tooOld = try Self.age(of: first...max(first, limit), before: oldest, in: database)
      let through = min(limit, first - 1 + max(tooMany, tooOld))
      if through >= first {
        try Self.drop(first...through, at: now, in: database)
      }
      let beyond = try FilePages(of: database).free(beyond: size)
      try database.execute(sql: "PRAGMA incremental_vacuum(\(min(beyond, Self.batch)))")
      return through == limit && limit < last || beyond > Self.batch
    }
  }

  /// How many of the entries come before the first that is young.
  private static func age(of entries: ClosedRange<Int64>, before oldest: String, in database: Database) throws -> Int64
  {
    // The `+` keeps SQLite from searching the index of `at` for the youngest.
    let young = try Int64.fetchOne(
      database, sql: "SELECT sequence FROM entry WHERE sequence BETWEEN ? AND ? AND +at >= ? ORDER BY sequence LIMIT 1",
      arguments: [entries.lowerBound, entries.upperBound, oldest])
    return (young ?? entries.upperBound + 1) - entries.lowerBound
  }

  private static func drop(_ entries: ClosedRange<Int64>, at now: String, in database: Database) throws {
    let last = try Row.fetchOne(
      database, sql: "SELECT hash FROM entry WHERE sequence = ?", arguments: [entries.upperBound])
    guard let hash = last.flatMap({ ChainHash(stored: $0[0]) }) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "entry \(entries.upperBound) is missing")
    }
    // Chained before they go, which may be all that there are.
    try database.chain([
      "type": "trimmed", "at": now, "through": entries.upperBound, "hash": hash.hex, "count": entries.count,
    ])
    try database.execute(sql: "DELETE FROM entry WHERE sequence <= ?", arguments: [entries.upperBound])
    try database.execute(
      sql: """
        DELETE FROM configuration WHERE rowid < (SELECT max(rowid) FROM configuration)
          AND NOT EXISTS (SELECT 1 FROM entry WHERE config = configuration.hash)
        """)
  }
}
