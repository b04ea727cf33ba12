internal import GRDB
internal import Glibc

extension JournalError {
  /// From what came out of SQLite.
  ///
  /// - Parameter reading: a connection that only reads was refused, which says nothing on whether it can be written.
  init(_ error: any Error, path: String, reading: Bool = false) {
    self =
      switch error {
      case let error as JournalError: error
      case let error as DatabaseError:
        JournalError(Self.cause(of: error, path: path, reading: reading), path: path, detail: Self.words(of: error))
      default: JournalError(.other, path: path, detail: "\(error)")
      }
  }

  private static func cause(of error: DatabaseError, path: String, reading: Bool) -> Cause {
    switch error.extendedResultCode {
    // The shared memory of the write-ahead log grows as a file of its own and has no word for a full disk.
    case .SQLITE_FULL, .SQLITE_IOERR_SHMSIZE: .full
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR_SHORT_READ: .damaged
    case .SQLITE_CANTOPEN where access(folderOfFile(path), F_OK) != 0 && errno == ENOENT: reading ? .missing : .noFolder
    case .SQLITE_CANTOPEN where reading && access(path, F_OK) != 0 && errno == ENOENT: .missing
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: reading ? .unreadable : .readOnly
    default: .other
    }
  }

  private static func words(of error: DatabaseError) -> String {
    [error.message, "SQLite \(error.extendedResultCode.rawValue)"].compactMap(\.self).joined(separator: ", ")
  }
}
