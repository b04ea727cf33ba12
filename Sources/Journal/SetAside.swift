internal import Gating
internal import Glibc

/// Puts a damaged journal out of the way of a fresh one, with all that SQLite keeps beside it: `journal.db` becomes
/// `journal.db.damaged-20261123T100000.123Z`.
enum SetAside {
  /// Marks a journal that turned out to be damaged at work, so that the next one to open it does not trust it.
  static func mark(_ path: String) {
    let file = creat(marker(of: path), 0o640)
    if file >= 0 { close(file) }
  }

  static func isMarked(_ path: String) -> Bool {
    access(marker(of: path), F_OK) == 0
  }

  /// Renames the files and gives the new path.
  static func move(_ path: String, at now: UTCTime) throws(JournalError) -> String {
    // Cut off between two renames it is done again: a file without its log looks whole, and lacks the latest entries.
    mark(path)
    let stamp = now.iso8601.filter { $0 != "-" && $0 != ":" }
    let target = "\(path).damaged-\(stamp)"
    for suffix in ["-wal", "-shm", ""] {
      guard rename(path + suffix, target + suffix) == 0 || errno == ENOENT else {
        throw JournalError(.readOnly, path: path, detail: "rename: \(String(cString: strerror(errno)))")
      }
    }
    unlink(marker(of: path))
    return target
  }

  private static func marker(of path: String) -> String { path + "-damaged" }
}
