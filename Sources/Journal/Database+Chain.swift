internal import FoundationEssentials
internal import GRDB

extension Database {
  /// The end of the chain.
  func head() throws -> ChainHead {
    let statement = try cachedStatement(sql: "SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .beginning }
    guard let hash = ChainHash(stored: row[1]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the latest entry has no hash")
    }
    return ChainHead(sequence: row[0], hash: hash)
  }

  /// Links texts to the end of the chain and gives their sequence numbers.
  func chain(_ payloads: [String]) throws -> [Int64] {
    var head = try head()
    let insertion = try cachedStatement(sql: "INSERT INTO entry (sequence, hash, payload) VALUES (?, ?, ?)")
    return try payloads.map { payload in
      let entry = head.next(payload)
      try insertion.execute(arguments: [entry.sequence, Data(entry.hash.bytes), entry.payload])
      head = entry.head
      return entry.sequence
    }
  }

  /// Links an entry of the journal's own; its JSON is written by SQLite.
  func chain(_ members: KeyValuePairs<String, any DatabaseValueConvertible>) throws {
    let places = members.map { _ in "?, ?" }.joined(separator: ", ")
    let arguments = members.flatMap { [$0.key.databaseValue, $0.value.databaseValue] }
    let object = try String.fetchOne(
      self, sql: "SELECT json_object(\(places))", arguments: StatementArguments(arguments))
    _ = try chain([object].compactMap(\.self))
  }
}

extension ChainHash {
  /// As it stands in the column `hash`; nil where that cannot be a hash.
  init?(stored value: DatabaseValue) {
    guard let bytes = Data.fromDatabaseValue(value), bytes.count == Self.none.bytes.count else { return nil }
    self.init(bytes: Array(bytes))
  }
}
