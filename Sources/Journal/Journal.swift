/// The record of what was decided: a chain of entries in an SQLite file, each with the hash of the one before.
///
/// For one thread at a time; every call returns once the disk has what it wrote.
package final class Journal: Sendable {
  package let path: String
  /// Where a damaged file was put that stood here before; nil: there was none.
  package let setAside: String?

  /// Opens the file, or makes it; a damaged one is put aside.
  package init(at path: String) throws(JournalError) {
    throw JournalError(.other, path: path, detail: "not built yet")
  }

  /// Enters a scan before its verdict is known.
  package func enter(_ scan: OpenScan) throws(JournalError) {}

  /// The scans that are open.
  package func openScans() throws(JournalError) -> [OpenScan] { [] }

  /// Chains entries and closes scans, all of it or nothing.
  ///
  /// - Parameters:
  ///   - payloads: JSON objects, each with at least `type` and `at`.
  ///   - closing: keys of the open scans that these entries end.
  /// - Returns: the sequence numbers of the entries.
  @discardableResult
  package func append(_ payloads: [String], closing: [String] = []) throws(JournalError) -> [Int64] { [] }

  /// Keeps an effective configuration, once, under its hash.
  package func keep(configuration text: String, hash: String) throws(JournalError) {}

  /// Drops the oldest entries that are too old, or do not fit: the chain goes on from where they ended.
  ///
  /// - Parameters:
  ///   - oldest: entries whose `at` is before this go (ISO 8601, UTC).
  ///   - size: how large the file may be, in bytes.
  ///   - at: now.
  package func trim(olderThan oldest: String, size: Int64, at now: String) throws(JournalError) {}
}
