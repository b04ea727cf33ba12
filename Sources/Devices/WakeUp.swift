internal import CLinuxInput
internal import Glibc

/// A descriptor by which one thread ends another's `poll`: an `eventfd`.
package final class WakeUp: Sendable {
  /// What `poll` waits on.
  package let number: CInt

  package init() throws(DeviceError) {
    let outcome = wake_up_descriptor()
    guard outcome >= 0 else { throw DeviceError(.start, "a thread", code: -outcome) }
    number = outcome
  }

  deinit {
    close(number)
  }

  package func ring() {
    var one: UInt64 = 1
    write(number, &one, MemoryLayout.size(ofValue: one))
  }

  /// Makes the descriptor wait for the next ring; what was rung for is looked up after this.
  package func acknowledge() {
    var count: UInt64 = 0
    read(number, &count, MemoryLayout.size(ofValue: count))
  }
}
