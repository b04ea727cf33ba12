internal import GRDB

/// The pages of the journal's file, of which some are free to be used again.
struct FilePages {
  let count: Int64
  let free: Int64
  /// Bytes a page.
  let size: Int64

  init(of database: Database) throws {
    count = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    free = try Int64.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
    size = try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
  }

  /// Free pages that lie beyond a size in bytes.
  func free(beyond limit: Int64) -> Int64 {
    min(free, max(0, count - limit / size))
  }

  /// How many of so many entries, each taken as an average one, have to go where they do not fit into a size in bytes:
  /// a sixteenth more than that, so that it is not every day.
  func entries(beyond limit: Int64, of entries: Int64) -> Int64 {
    let used = count - free
    let room = limit / size
    return used > room ? (used - room + room / 16) * entries / used : 0
  }
}
