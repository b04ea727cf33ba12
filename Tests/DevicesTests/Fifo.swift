import CMockInput
import Glibc
import Testing

/// A named pipe in the place of an event or hidraw node: whole events go in, whole events come out, and it can hang up.
///
/// A pty splits what is written at its buffers' ends, which no event node does.
final class Fifo {
  private let both: CInt
  private var isHungUp = false

  /// - Parameter inPackets: whether one read gives what one write gave and no more, as with the reports of a hidraw node.
  init(at path: String, inPackets: Bool = false) throws {
    unlink(path)
    try #require(mkfifo(path, 0o600) == 0)
    both = open(path, O_RDWR | O_CLOEXEC)
    try #require(both >= 0)
    if inPackets { try #require(keep_packets_apart(both) == 0) }
  }

  deinit {
    hangUp()
  }

  func write(_ bytes: UnsafeRawBufferPointer) {
    #expect(Glibc.write(both, bytes.baseAddress, bytes.count) == bytes.count)
  }

  func hangUp() {
    if !isHungUp { close(both) }
    isHungUp = true
  }

  /// Whether anybody but the test has it open.
  var isOpenElsewhere: Bool {
    var own = stat()
    fstat(both, &own)
    return (0..<1024 as Range<CInt>).contains { descriptor in
      var other = stat()
      return descriptor != both && fstat(descriptor, &other) == 0 && other.st_dev == own.st_dev
        && other.st_ino == own.st_ino
    }
  }
}
