internal import GRDB
package import Gating

/// The record of what was decided: a chain of entries in an SQLite file, each with the hash of the one before.
///
/// For one thread at a time. A call that writes, but for `enter`, costs one `fdatasync` and returns once the disk has all
/// that was written; one in a hundred or so also moves the log into the file, which costs two more. A call that fails has
/// written nothing and can be made again; after `damaged` and `missing`, on a journal opened anew.
package final class Journal: Sendable {
  package let path: String
  /// Where a damaged file was put that stood here before; nil: there was none.
  package let setAside: String?

  private let connection: Connection
  private let files: [PlacedFile]

  /// Opens the file, or makes it in an existing folder; a damaged one is put aside. Some 10 ms, whatever its size.
  package init(at path: String) throws(JournalError) {
    self.path = path
    (connection, setAside) = try Self.open(path)
    files = ["", "-wal"].compactMap { PlacedFile(at: path + $0) }
  }

  /// Enters a scan before its verdict is known; the disk has it with the next call that writes. Nothing was shown of it
  /// yet, and its verdict is not to wait until the disk has taken this.
  package func enter(_ scan: OpenScan) throws(JournalError) {
    try write(.kernel) { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO open_scan (key, payload) VALUES (?, ?)", arguments: [scan.key, scan.payload])
    }
  }

  /// The scans that are open, in the order they were entered.
  package func openScans() throws(JournalError) -> [OpenScan] {
    try connection.openScans()
  }

  /// Chains entries and closes scans, all of it or nothing.
  ///
  /// - Parameters:
  ///   - payloads: JSON objects, each with at least `type` and `at`.
  ///   - closing: keys of the open scans that these entries end.
  /// - Returns: the sequence numbers of the entries.
  @discardableResult
  package func append(_ payloads: [String], closing: [String] = []) throws(JournalError) -> [Int64] {
    try write { database in
      for key in closing {
        try database.execute(sql: "DELETE FROM open_scan WHERE key = ?", arguments: [key])
      }
      return try database.chain(payloads)
    }
  }

  /// Keeps an effective configuration, once, under its hash; that of the latest call is never dropped.
  package func keep(configuration text: String, hash: String) throws(JournalError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO configuration (hash, text) VALUES (?, ?)", arguments: [hash, text])
    }
  }

  /// When a serial number last had a PASS that was shown: one look into an index, 0.1 ms.
  package func latestPass(of serialNumber: String) throws(JournalError) -> UTCTime? {
    try connection.latestPass(of: serialNumber, before: .max)
  }

  /// One transaction on a file that is still in its place.
  func write<Result>(
    _ patience: Connection.Patience = .disk, _ body: (Database) throws -> Result
  ) throws(JournalError) -> Result {
    let result = try connection.write(patience, body)
    guard files.allSatisfy(\.isInPlace) else {
      throw JournalError(.missing, path: path, detail: "removed or replaced while it was written")
    }
    return result
  }

  private static func open(_ path: String) throws(JournalError) -> (Connection, setAside: String?) {
    do throws(JournalError) {
      guard !SetAside.isMarked(path) else {
        throw JournalError(.damaged, path: path, detail: "found when it was written last")
      }
      return (try Connection(writing: path), nil)
    } catch {
      guard error.cause == .damaged else { throw error }
      let target = try SetAside.move(path, at: .now)
      let connection = try Connection(writing: path)
      try connection.write { database in
        try database.chain([
          "type": "set_aside", "at": UTCTime.now.iso8601, "file": target, "cause": error.detail,
        ])
      }
      return (connection, target)
    }
  }
}
