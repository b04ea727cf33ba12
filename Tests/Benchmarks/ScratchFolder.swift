import Glibc

/// A folder for one comparison's files; it goes with the comparison.
final class ScratchFolder {
  let path: String

  init(in parent: String) throws {
    guard let path = mkdtemp(strdup("\(parent)/scangate-benchmark-XXXXXX")) else {
      throw Trouble("no folder in \(parent)")
    }
    self.path = String(cString: path)
    Glibc.free(path)
  }

  deinit {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        unlink("\(path)/\(name)")
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
