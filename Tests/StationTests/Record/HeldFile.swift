import Glibc

/// A database that somebody else has locked: SQLite waits for it as it waits for a slow disk.
final class HeldFile {
  /// `F_OFD_SETLK` of fcntl(2), which Glibc keeps to itself.
  private static let setOpenFileLock: CInt = 37

  private let file: CInt
  private var isReleased = false

  init(at path: String) throws {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    // Where SQLite locks: one byte, and 511 behind it, from 1 GiB on.
    (lock.l_start, lock.l_len) = (1 << 30, 512)
    // The open file's own lock: the process's would not keep SQLite out, which is in the same process.
    guard fcntl(file, Self.setOpenFileLock, &lock) == 0 else { throw NotHeld(errno: errno) }
  }

  deinit {
    release()
  }

  func release() {
    if !isReleased { close(file) }
    isReleased = true
  }

  struct NotHeld: Error {
    let errno: CInt
  }
}
