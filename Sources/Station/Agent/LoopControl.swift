package import Devices
import Synchronization

/// What other threads ask of a thread that waits in `poll`: to look again, and to end.
package final class LoopControl: Sendable {
  private let wakeUp: WakeUp
  private let stop = Atomic(false)

  package init() throws(DeviceError) {
    wakeUp = try WakeUp()
  }

  /// What `poll` waits on.
  var number: CInt { wakeUp.number }

  var isStopped: Bool { stop.load(ordering: .acquiring) }

  func requestStop() {
    stop.store(true, ordering: .releasing)
    wakeUp.ring()
  }

  func ring() {
    wakeUp.ring()
  }

  func acknowledge() {
    wakeUp.acknowledge()
  }
}
