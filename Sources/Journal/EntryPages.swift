internal import GRDB

/// The entries that a filter lets through, oldest first, a page at a time: a reader that is slow, or waits, is not in the
/// way of the agent, whose log cannot be shortened while somebody reads.
package struct EntryPages: Sendable {
  private static let size = 500

  private let filter: EntryFilter
  private let end: Int64
  /// The last entry that was looked at.
  package private(set) var position: Int64

  /// Behind an entry.
  package init(of filter: EntryFilter, after position: Int64) {
    self.filter = filter
    self.position = position
    end = .max
  }

  /// From the first that is meant, or so many before the end; nil: all.
  package init(of filter: EntryFilter, latest count: Int?, in reader: JournalReader) throws(JournalError) {
    self.filter = filter
    (position, end) = try reader.connection.read { database in
      let head = try database.head().sequence
      guard let bounds = try filter.bounds(in: database) else { return (head, filter.end(bounds: head)) }
      let end = filter.end(bounds: bounds.upperBound)
      guard let count else { return (bounds.lowerBound - 1, end) }
      let request: SQLRequest<Int64> = """
        SELECT min(sequence) FROM (
          SELECT sequence FROM entry
          WHERE entry.sequence BETWEEN \(bounds.lowerBound) AND \(bounds.upperBound) AND \(filter.condition)
          ORDER BY sequence DESC LIMIT \(count))
        """
      return (try Int64?.fetchOne(database, request)?.map { $0 - 1 } ?? head, end)
    }
  }

  /// The next page; empty: there are no more, yet.
  package mutating func next(in reader: JournalReader) throws(JournalError) -> [ReadEntry] {
    let (entries, position) = try reader.connection.read { [filter, position, end] database in
      let request: SQLRequest<Row> = """
        SELECT \(ReadEntry.columns) FROM entry
        WHERE entry.sequence > \(position) AND entry.sequence <= \(end) AND \(filter.condition)
        ORDER BY sequence LIMIT \(Self.size)
        """
      let entries = try request.fetchAll(database).compactMap(ReadEntry.init)
      let last = entries.last?.entry.sequence ?? position
      // What was looked at in vain is not looked at again.
      return (entries, entries.count == Self.size ? last : max(last, try min(end, database.head().sequence)))
    }
    self.position = position
    return entries
  }
}
