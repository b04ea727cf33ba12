internal import GRDB
package import Gating

/// The journal as others read it, while the agent writes or when it does not run; it changes nothing.
package struct JournalReader: Sendable {
  package let path: String
  /// For what is asked in SQL of its own: `Schema` names the columns.
  let connection: Connection
  private let files: [PlacedFile?]

  package init(at path: String) throws(JournalError) {
    self.path = path
    connection = try Connection(reading: path)
    files = Self.files(of: path)
  }

  /// Whether it still reads the journal: false once another file stands there, or one that was at rest is written again.
  package var isCurrent: Bool { files == Self.files(of: path) }

  private static func files(of path: String) -> [PlacedFile?] {
    ["", "-wal"].map { PlacedFile(at: path + $0) }
  }

  /// The end of the chain.
  package func head() throws(JournalError) -> ChainHead {
    try connection.read { try $0.head() }
  }

  /// nil where there is none of that number: not yet, or no longer.
  package func entry(_ sequence: Int64) throws(JournalError) -> JournalEntry? {
    try entries(sequence...sequence).first
  }

  /// Those that are there of a range, in their order.
  package func entries(_ sequences: ClosedRange<Int64>) throws(JournalError) -> [JournalEntry] {
    try connection.read { database in
      try Row.fetchAll(
        database, sql: "SELECT sequence, hash, payload FROM entry WHERE sequence BETWEEN ? AND ? ORDER BY sequence",
        arguments: [sequences.lowerBound, sequences.upperBound]
      ).compactMap(JournalEntry.init)
    }
  }

  /// The text of an effective configuration by its hash; nil where it is not kept.
  package func configuration(_ hash: String) throws(JournalError) -> String? {
    try connection.read { database in
      try String.fetchOne(database, sql: "SELECT text FROM configuration WHERE hash = ?", arguments: [hash])
    }
  }

  /// When a serial number last had a PASS that was shown, of the entries before a sequence number.
  package func latestPass(
    of serialNumber: String, before sequence: Int64 = .max
  ) throws(JournalError) -> UTCTime? {
    try connection.latestPass(of: serialNumber, before: sequence)
  }
}

extension JournalEntry {
  /// From the columns sequence, hash and payload; nil where they hold something else.
  init?(row: Row) {
    guard let sequence = Int64.fromDatabaseValue(row[0]), let hash = ChainHash(stored: row[1]),
      let payload = String.fromDatabaseValue(row[2])
    else { return nil }
    self.init(sequence: sequence, hash: hash, payload: payload)
  }
}
