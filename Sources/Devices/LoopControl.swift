internal import Synchronization

/// What other threads ask of a thread that waits in `poll`: to look again, and to end.
package final class LoopControl: Sendable {
  private let wakeUp: WakeUp
  private let stop = Atomic(false)

  package init() throws(DeviceError) {
    wakeUp = try WakeUp()
  }

  /// What `poll` waits on.
  package var number: CInt { wakeUp.number }

  /// Whether the thread is to end.
  package var isStopped: Bool { stop.load(ordering: .acquiring) }

  package func requestStop() {
    stop.store(true, ordering: .releasing)
    wakeUp.ring()
  }

  package func ring() {
    wakeUp.ring()
  }

  /// Quiets the bell; what it was rung for is looked up after this.
  package func acknowledge() {
    wakeUp.acknowledge()
  }
}
