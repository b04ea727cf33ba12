internal import Glibc

/// A file of `/sys` or `/proc`: a fact that the kernel shows, or a switch of it.
struct KernelFile: Hashable, Sendable {
  let path: String

  /// Its bytes, up to the 4096 that a report descriptor may have; nil if it cannot be read.
  func read() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var outcome = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      outcome = Glibc.read(file, buffer.baseAddress, buffer.count)
      count = max(0, outcome)
    }
    return outcome < 0 ? nil : bytes
  }

  /// Writes it and gives 0, or `errno`.
  func write(_ byte: UInt8) -> CInt {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return errno }
    defer { close(file) }
    return withUnsafeBytes(of: byte) { Glibc.write(file, $0.baseAddress, 1) } == 1 ? 0 : errno
  }
}
