import Foundation
import Synchronization
import SystemPackage

/// A USB socket of the machine; this process is whatever is plugged into it.
///
/// It takes its steps in their order, a millisecond apart; what a device says waits until the machine asks for it.
final class USBSocket: Sendable {
  enum Step: Sendable {
    case plug(USBDevice)
    case unplug
    /// What the device says on one of its endpoints.
    case send([UInt8], endpoint: UInt8)
    /// The device takes no transfer that is sent to it, from one on that has this byte; nil: it takes all of them.
    case stall(at: UInt8?)
    /// Time in which it does nothing.
    case rest(Duration)
    /// Tells that all before is done.
    case tell(@Sendable () -> Void)
  }

  /// What udev calls it: `ID_PATH` without the interface.
  let port: String
  /// What its device has taken that the machine has sent on a bulk endpoint.
  let taken: Conversation
  private let steps = Mutex<[Step]>([])
  private let waker: FileDescriptor

  /// Takes over the connection to QEMU, which has a thread of its own.
  init(port: String, connection: FileDescriptor) throws {
    self.port = port
    let (reader, waker) = try FileDescriptor.pipe()
    self.waker = waker
    let (end, taken) = try FileDescriptor.pipe()
    self.taken = Conversation(end)
    Thread.detachNewThread {
      let link = USBLink(connection, taken: taken)
      while link.attend(self.steps, waking: reader) {}
      try? connection.close()
      try? reader.close()
      try? taken.close()
    }
  }

  deinit {
    try? waker.close()
  }

  /// Takes these steps after all others.
  func perform(_ next: [Step]) throws {
    steps.withLock { $0 += next }
    try waker.writeAll([0])
  }

  /// Takes these steps now, and none of those that were to come.
  func perform(atOnce next: [Step]) throws {
    steps.withLock { $0 = next }
    try waker.writeAll([0])
  }

  /// Waits until all steps are taken.
  func finish() async throws {
    let (done, post) = AsyncStream.makeStream(of: Void.self)
    try perform([.tell { post.finish() }])
    for await _ in done {}
  }
}
