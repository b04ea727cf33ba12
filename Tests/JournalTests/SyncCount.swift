import Glibc
import Synchronization

/// How often each file was brought to the disk by this process: the tests' program has a `fdatasync` of its own, which
/// SQLite finds before the C library's.
enum SyncCount {
  fileprivate static let counts = Mutex<[String: Int]>([:])

  static func of(_ path: String) -> Int {
    counts.withLock { $0[path, default: 0] }
  }
}

@_cdecl("fdatasync")
func countingSync(_ file: CInt) -> CInt {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
  let length = readlink("/proc/self/fd/\(file)", &buffer, buffer.count)
  let path = String(decoding: buffer.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  SyncCount.counts.withLock { $0[path, default: 0] += 1 }
  return fsync(file)
}
