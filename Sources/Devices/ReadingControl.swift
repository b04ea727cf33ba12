internal import CLinuxInput
internal import Glibc
internal import Synchronization

/// What other threads ask of the reading thread, and the descriptor that ends its `poll` when that has changed: an
/// `eventfd`.
final class ReadingControl: Sendable {
  /// What `poll` waits on.
  let number: CInt

  private let stop = Atomic(false)
  private let input = Atomic(true)

  init() throws(DeviceError) {
    let outcome = wake_up_descriptor()
    guard outcome >= 0 else { throw DeviceError(.start, "the reading thread", code: -outcome) }
    number = outcome
  }

  deinit {
    close(number)
  }

  /// Whether the thread is to end.
  var isStopped: Bool { stop.load(ordering: .acquiring) }

  /// Whether standard input is to be read.
  var isInputAllowed: Bool { input.load(ordering: .acquiring) }

  func requestStop() {
    stop.store(true, ordering: .releasing)
    ring()
  }

  func allowInput(_ allowed: Bool) {
    if input.exchange(allowed, ordering: .acquiringAndReleasing) != allowed { ring() }
  }

  /// Makes the descriptor wait for the next change; what is asked is looked up after this.
  func acknowledge() {
    var count: UInt64 = 0
    read(number, &count, MemoryLayout.size(ofValue: count))
  }

  private func ring() {
    var one: UInt64 = 1
    write(number, &one, MemoryLayout.size(ofValue: one))
  }
}
