/// What the journal could not do, and why.
package struct JournalError: Error, Hashable {
  /// The causes that a station deals with in different ways.
  package enum Cause: Hashable, Sendable {
    /// No room on the disk (`SQLITE_FULL`).
    case full
    /// The file, its folder or its file system cannot be written.
    case readOnly
    /// What stands in the file is no journal, or is no longer whole (`SQLITE_CORRUPT`, `SQLITE_NOTADB`).
    case damaged
    /// It does not exist.
    case missing
    case other
  }

  package var cause: Cause
  /// The journal's path.
  package var path: String
  /// SQLite's or the system's own words.
  package var detail: String

  package init(_ cause: Cause, path: String, detail: String) {
    self.cause = cause
    self.path = path
    self.detail = detail
  }
}
