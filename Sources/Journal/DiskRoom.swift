internal import Glibc

/// How full the file system is that a file stands on, or is to stand on.
package struct DiskRoom: Hashable, Sendable {
  /// What is left for us, in bytes: without what is kept back for root.
  package let available: Int64
  /// 0 to 1, of what there is for us, as `df` tells it.
  package let used: Double

  /// nil where neither the file nor its folder is there.
  package init?(of path: String) {
    var status = statvfs()
    guard statvfs(path, &status) == 0 || statvfs(folderOfFile(path), &status) == 0 else { return nil }
    available = Int64(status.f_bavail) * Int64(status.f_frsize)
    let taken = Double(status.f_blocks - status.f_bfree)
    used = taken > 0 ? taken / (taken + Double(status.f_bavail)) : 0
  }
}
