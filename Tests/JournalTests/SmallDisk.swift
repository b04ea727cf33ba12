import Glibc

/// A file system in memory of so many bytes, in a folder of its own; root may mount one.
final class SmallDisk {
  let folder: TemporaryFolder

  static let isPossible = (try? SmallDisk(bytes: 65536)) != nil

  init(bytes: Int) throws {
    folder = try TemporaryFolder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=\(bytes)") == 0 else { throw NoMount(errno: errno) }
  }

  deinit {
    umount2(folder.path, CInt(MNT_DETACH))
  }

  func makeReadOnly() throws {
    guard mount("tmpfs", folder.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
      throw NoMount(errno: errno)
    }
  }

  struct NoMount: Error {
    let errno: CInt
  }
}
