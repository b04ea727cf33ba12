internal import Glibc

/// A file as it stands under its name: removed or replaced, what is written to it is lost though every write succeeds.
struct PlacedFile: Hashable, Sendable {
  private let path: String
  private let device: dev_t
  private let inode: ino_t

  /// nil where there is none.
  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.path = path
    device = status.st_dev
    inode = status.st_ino
  }

  /// Whether the name still leads to it.
  var isInPlace: Bool { PlacedFile(at: path) == self }
}
