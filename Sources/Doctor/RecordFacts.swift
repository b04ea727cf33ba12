package import Journal

/// The journal, and the disk that it grows on.
package struct RecordFacts: Sendable {
  package var path: String
  /// nil: neither the file nor its folder is there.
  package var fill: Double?
  /// Bytes that are left.
  package var room: Int64
  /// The number of its last entry.
  package var head: Result<Int64, JournalError>
  package var isRequired: Bool

  package init(
    path: String, fill: Double?, room: Int64 = 0, head: Result<Int64, JournalError>, isRequired: Bool = true
  ) {
    self.path = path
    self.fill = fill
    self.room = room
    self.head = head
    self.isRequired = isRequired
  }

  package init(at path: String, isRequired: Bool) {
    let disk = DiskRoom(of: path)
    let head = Result { () throws(JournalError) in try JournalReader(at: path).head().sequence }
    self.init(path: path, fill: disk?.used, room: disk?.available ?? 0, head: head, isRequired: isRequired)
  }

  package var checks: [Check] { [diskCheck, journalCheck].compactMap(\.self) }

  private var diskCheck: Check? {
    guard let fill else { return nil }
    let text = "\(Int(fill * 100)) % full below \(path), \(room >> 20) MiB left"
    switch fill {
    case ..<0.9: return .ok("disk", text)
    case ..<0.99: return .warning("disk", text, next: "sudo du -xh / --max-depth 2 | sort -h | tail")
    default: return .trouble("disk", text, next: "sudo du -xh / --max-depth 2 | sort -h | tail")
    }
  }

  private var journalCheck: Check {
    switch head {
    case .success(let head):
      return .ok("journal", "\(path): opens, ends with entry \(head); `scangate journal verify` checks them all")
    case .failure(let error):
      switch error.cause {
      case .unreadable: return .skipped("journal", "\(path): may not be read by us", next: "sudo scangate doctor")
      case .missing: return .warning("journal", "\(path): is not there yet", next: "sudo systemctl start scangate")
      case .noFolder where isRequired, .damaged, .foreign, .full, .readOnly, .other:
        return .trouble("journal", "\(error)", next: "scangate journal verify")
      case .noFolder: return .warning("journal", "\(error)", next: "scangate journal verify")
      }
    }
  }
}
