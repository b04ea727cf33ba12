internal import GRDB

extension Connection {
  /// The scans that are open, in the order they were entered.
  func openScans() throws(JournalError) -> [OpenScan] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT key, payload FROM open_scan ORDER BY rowid").compactMap { row in
        guard let key = String.fromDatabaseValue(row[0]), let payload = String.fromDatabaseValue(row[1]) else {
          return nil
        }
        return OpenScan(key: key, payload: payload)
      }
    }
  }
}
