/// What the journal could not do, and why.
package struct JournalError: Error, Hashable {
  /// The causes that a station deals with in different ways.
  package enum Cause: Hashable, Sendable {
    /// No room on the disk (`SQLITE_FULL`).
    case full
    /// The file, its folder or its file system cannot be written.
    case readOnly
    /// It may not be read.
    case unreadable
    /// What stands in the file is no journal, or is no longer whole (`SQLITE_CORRUPT`, `SQLITE_NOTADB`).
    case damaged
    /// A whole database, but another program's, or a newer scangate's.
    case foreign
    /// It does not exist, or no longer.
    case missing
    /// The folder that it belongs in does not exist.
    case noFolder
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

  private var folder: String { folderOfFile(path) }

  /// What to do next, as one clause.
  private var remedy: String {
    switch cause {
    case .full:
      "make room, or lower journal.keep.size; `df -h \(folder)` shows what is left; scangate goes on by itself"
    case .readOnly:
      "`sudo chown scangate: \(folder) \(path)*` where rights are missing; `findmnt -T \(folder)` tells whether it is mounted read-only; scangate goes on by itself"
    case .unreadable:
      "run this as root or as a member of group scangate"
    case .damaged:
      "the agent puts it aside and begins a new one; `sudo dmesg | grep -i error` tells whether the disk is failing"
    case .foreign:
      "name another file as journal.path, or move this one away: `sudo mv \(path) \(path).old`"
    case .missing:
      "`scangate run` begins it; another one is named by journal.path or --journal PATH"
    case .noFolder:
      "`sudo install -d -o scangate -g scangate -m 0750 \(folder)`"
    case .other:
      "`sudo fuser -v \(path)` tells who has it open, `sudo dmesg | grep -i error` whether the disk is failing"
    }
  }
}

extension JournalError: CustomStringConvertible {
  package var description: String {
    let trouble =
      switch cause {
      case .full: "no room on the disk"
      case .readOnly: "cannot be written"
      case .unreadable: "cannot be read"
      case .damaged: "is no journal, or no longer whole"
      case .foreign: "is not a journal of this scangate"
      case .missing: "is not there"
      case .noFolder: "its folder does not exist"
      case .other: "failed"
      }
    return "journal \(path): \(trouble) (\(detail)): \(remedy)"
  }
}

/// The folder that a file stands in: what is before the last slash.
func folderOfFile(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
