internal import CLinuxInput
internal import Glibc

/// A descriptor that ends another thread's `poll`: an `eventfd`.
final class WakeUp: Sendable {
  let number: CInt

  init() throws(DeviceError) {
    let outcome = wake_up_descriptor()
    guard outcome >= 0 else { throw DeviceError(.start, "the reading thread", code: -outcome) }
    number = outcome
  }

  deinit {
    close(number)
  }

  /// Makes the descriptor readable, for good.
  func ring() {
    var one: UInt64 = 1
    write(number, &one, MemoryLayout.size(ofValue: one))
  }
}
