import Glibc
import Synchronization
import SystemPackage

/// The end that a test writes to; a program that no longer reads is no error.
final class WritingEnd: Sendable {
  /// nil once it is closed.
  private let descriptor: Mutex<FileDescriptor?>

  /// Takes over the descriptor.
  init(_ descriptor: FileDescriptor) {
    self.descriptor = Mutex(descriptor)
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    close()
  }

  func write(_ text: String) {
    write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) {
    _ = try? descriptor.withLock { try $0?.writeAll(bytes) }
  }

  func close() {
    try? descriptor.withLock { descriptor in
      try descriptor?.close()
      descriptor = nil
    }
  }
}
