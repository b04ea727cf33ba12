import Glibc

/// A file system of four megabytes, in memory, that fills up; root may mount one.
final class TinyDisk {
  let folder: TemporaryFolder

  static let isPossible = (try? TinyDisk()) != nil

  init() throws {
    folder = try TemporaryFolder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=4m") == 0 else { throw NoMount(errno: errno) }
  }

  deinit {
    umount2(folder.path, CInt(MNT_DETACH))
  }

  /// Takes what room there is, up to a share of the whole.
  func fill(to share: Double = 1) throws {
    var status = statvfs()
    statvfs(folder.path, &status)
    let left = Double(status.f_bavail) - Double(status.f_blocks) * (1 - share)
    let file = open(filler, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    let outcome = posix_fallocate(file, 0, off_t(left) * off_t(status.f_frsize))
    guard outcome == 0 else { throw NoMount(errno: outcome) }
  }

  func free() {
    unlink(filler)
  }

  private var filler: String { folder.path + "/filler" }

  struct NoMount: Error {
    let errno: CInt
  }
}
