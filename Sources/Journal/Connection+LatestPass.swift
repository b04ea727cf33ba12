internal import GRDB
internal import Gating

extension Connection {
  /// When a serial number last had a PASS that was shown, of the entries before a sequence number.
  func latestPass(of serialNumber: String, before sequence: Int64) throws(JournalError) -> UTCTime? {
    let at = try read { database in
      try String.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT at FROM entry AS pass
            WHERE serial_number = ? AND sequence < ? AND type = 'verdict' AND verdict = 'PASS' AND shown
              AND NOT EXISTS (SELECT 1 FROM entry WHERE overtaken = pass.sequence)
            ORDER BY sequence DESC LIMIT 1
            """), arguments: [serialNumber, sequence])
    }
    return at.flatMap { UTCTime(iso8601: $0) }
  }
}
