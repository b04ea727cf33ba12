internal import GRDB

/// The tables of the journal's file.
///
/// `entry` holds the chain. Its columns beside sequence, hash and payload are read out of the payload by SQLite as it is
/// written, and tell what it said even where it rotted since. They are stored, so that an index can give them without the
/// payload: what is asked of a million entries then takes a second or two and not ten.
enum Schema {
  /// `application_id` of the file's header: `SGJL`.
  private static let application: Int32 = 0x5347_4A4C
  /// `user_version` of the file's header.
  private static let version: Int32 = 1

  /// Columns of `entry`, and where in the payload each stands.
  private static let columns: KeyValuePairs = [
    "type TEXT NOT NULL": "$.type",
    "at TEXT NOT NULL": "$.at",
    "lane TEXT": "$.lane",
    "serial_number TEXT COLLATE NOCASE": "$.serial_number",
    "verdict TEXT": "$.verdict",
    "shown INTEGER": "$.shown",
    // The first, which is what the operator saw.
    "reason TEXT": "$.reasons[0].code",
    "latency_ms REAL": "$.latency_ms",
    "config TEXT": "$.config",
    // Of an entry `overtaken`: the sequence number of the verdict.
    "overtaken INTEGER": "$.of",
  ]

  /// Whether the tables are there; throws `foreign` for a database that is not ours.
  static func stands(in database: Database, path: String) throws -> Bool {
    let found = try Int32.fetchOne(database, sql: "PRAGMA application_id")
    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    if tables == 0 { return false }
    guard found == application else {
      throw JournalError(.foreign, path: path, detail: "an SQLite database of another program")
    }
    guard version <= Self.version else {
      throw JournalError(.foreign, path: path, detail: "written by a newer scangate, in form \(version)")
    }
    return true
  }

  static func create(in database: Database) throws {
    let columns = columns.map { column, place in
      "\(column) AS (CASE WHEN json_valid(payload) THEN payload ->> '\(place)' END) STORED"
    }
    try database.execute(
      sql: """
        CREATE TABLE entry (
          sequence INTEGER PRIMARY KEY, hash BLOB NOT NULL, payload TEXT NOT NULL,
          \(columns.joined(separator: ",\n  "))
        );
        CREATE INDEX entry_at ON entry (at, type, lane, serial_number, verdict, shown, reason, latency_ms);
        CREATE INDEX entry_type ON entry (type);
        CREATE INDEX entry_serial_number ON entry (serial_number);
        CREATE INDEX entry_config ON entry (config);
        CREATE INDEX entry_open ON entry (serial_number) WHERE verdict = 'NO_VERDICT' OR NOT shown;
        CREATE INDEX entry_overtaken ON entry (overtaken) WHERE overtaken IS NOT NULL;
        CREATE TABLE open_scan (key TEXT PRIMARY KEY, payload TEXT NOT NULL);
        CREATE TABLE configuration (hash TEXT PRIMARY KEY, text TEXT NOT NULL);
        PRAGMA application_id = \(application);
        PRAGMA user_version = \(version);
        """)
  }
}
