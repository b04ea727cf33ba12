internal import GRDB
internal import Gating

extension EntryFilter {
  /// What of an entry has to be so, of the table `entry`.
  ///
  /// The `+` keeps SQLite from searching by what lets nearly everything through: the entries are wanted in their order.
  var condition: SQL {
    var conditions = place(in: "entry")
    if let answer { conditions.append("entry.verdict = \(answer.rawValue)") }
    if let reason { conditions.append("entry.reason = \(reason)") }
    if isHeld { conditions.append(isLastAndOpen) }
    return conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ")
  }

  /// Time, lane and number.
  private func place(in table: String) -> [SQL] {
    let table = SQL(sql: table)
    let conditions: [SQL?] = [
      since.map { "+\(table).at >= \($0.iso8601)" },
      until.map { "+\(table).at < \($0.iso8601)" },
      lane.map { "\(table).lane = \($0)" },
      serialNumber.map { "\(table).serial_number = \($0)" },
    ]
    return conditions.compactMap(\.self)
  }

  private var isLastAndOpen: SQL {
    let later: [SQL] = [
      "later.serial_number = entry.serial_number", "later.sequence > entry.sequence", "later.verdict IS NOT NULL",
    ]
    return """
      entry.sequence IN (
        SELECT sequence FROM entry WHERE verdict = 'NO_VERDICT' OR NOT shown
        UNION SELECT overtaken FROM entry WHERE overtaken IS NOT NULL)
      AND entry.serial_number IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE \((later + place(in: "later")).joined(separator: " AND ")))
      """
  }

  /// Where to stop looking: what comes later is meant too, unless a time says else.
  func end(bounds last: Int64) -> Int64 {
    until == nil ? .max : last
  }

  /// From the first entry to the last that can be meant, found by time alone; nil: there is none.
  func bounds(in database: Database) throws -> ClosedRange<Int64>? {
    guard since != nil || until != nil else { return 1...Int64.max }
    let request: SQLRequest<Row> = """
      SELECT min(sequence), max(sequence) FROM entry
      WHERE at >= \(since?.iso8601 ?? "") AND at < \(until?.iso8601 ?? "~")
      """
    guard let row = try request.fetchOne(database), let first: Int64 = row[0], let last: Int64 = row[1] else {
      return nil
    }
    return first...last
  }
}
