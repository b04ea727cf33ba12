internal import GRDB
package import Gating

extension JournalReader {
  /// What the verdicts of a time, and of a lane where one is named, come to: a second or so for a million.
  package func statistics(
    since: UTCTime, until: UTCTime, lane: String? = nil
  ) throws(JournalError) -> JournalStatistics {
    // The index of `at` has every column that is asked for here, and answers alone.
    var verdicts: SQL = "at >= \(since.iso8601) AND at < \(until.iso8601) AND +type = 'verdict'"
    if let lane { verdicts += " AND +lane = \(lane)" }
    return try connection.read { [verdicts] database in
      JournalStatistics(
        hours: try Self.hours(of: verdicts, in: database), firstPass: try Self.firstPass(of: verdicts, in: database),
        reasons: try Self.reasons(of: verdicts, in: database),
        latency: JournalStatistics.Latency(sorted: try Self.latencies(of: verdicts, in: database)))
    }
  }

  private static func hours(of verdicts: SQL, in database: Database) throws -> [JournalStatistics.Hour] {
    let request: SQLRequest<Row> = """
      SELECT substr(at, 1, 13) AS hour, verdict, count(*) FROM entry WHERE \(verdicts) GROUP BY hour, verdict ORDER BY hour
      """
    var hours: [JournalStatistics.Hour] = []
    for row in try request.fetchAll(database) {
      guard let hour = String.fromDatabaseValue(row[0]), let start = UTCTime(iso8601: hour + ":00:00Z"),
        let answer = String.fromDatabaseValue(row[1]).flatMap(RecordedAnswer.init)
      else { continue }
      if hours.last?.start != start { hours.append(JournalStatistics.Hour(start: start)) }
      hours[hours.count - 1].counts.add(row[2], of: answer)
    }
    return hours
  }

  private static func firstPass(of verdicts: SQL, in database: Database) throws -> JournalStatistics.FirstPass {
    // Beside `min` SQLite gives the other columns of the row that has it.
    let request: SQLRequest<Row> = """
      SELECT count(*), count(*) FILTER (WHERE verdict = 'PASS') FROM (
        SELECT min(sequence), verdict FROM entry
        WHERE \(verdicts) AND shown AND +serial_number IS NOT NULL
          AND sequence NOT IN (SELECT overtaken FROM entry WHERE overtaken IS NOT NULL)
        GROUP BY serial_number)
      """
    let row = try request.fetchOne(database)
    return JournalStatistics.FirstPass(units: row?[0] ?? 0, passed: row?[1] ?? 0)
  }

  private static func reasons(of verdicts: SQL, in database: Database) throws -> [JournalStatistics.Reason] {
    let request: SQLRequest<Row> = """
      SELECT reason, count(*) AS count FROM entry WHERE \(verdicts) AND reason IS NOT NULL
      GROUP BY reason ORDER BY count DESC, reason
      """
    return try request.fetchAll(database).map { JournalStatistics.Reason(code: $0[0], count: $0[1]) }
  }

  private static func latencies(of verdicts: SQL, in database: Database) throws -> [Double] {
    let request: SQLRequest<Double> = """
      SELECT latency_ms FROM entry WHERE \(verdicts) AND latency_ms IS NOT NULL ORDER BY latency_ms
      """
    return try request.fetchAll(database)
  }
}
