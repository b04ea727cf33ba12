internal import Synchronization

/// What other threads ask of the reading thread, and the bell that ends its `poll` when that has changed.
final class ReadingControl: Sendable {
  private let wakeUp: WakeUp
  private let stop = Atomic(false)
  private let input = Atomic(true)
  private let errands = Mutex<[@Sendable () -> Void]>([])
  private let order = Mutex<Order?>(nil)
  private let assign = Mutex<(@Sendable (ScannerDevice) -> Assignment?)?>(nil)

  /// What becomes of the scanners.
  enum Order: Sendable {
    case lend(Loan)
    case takeBack
  }

  init() throws(DeviceError) {
    wakeUp = try WakeUp()
  }

  /// What `poll` waits on.
  var number: CInt { wakeUp.number }

  /// Whether the thread is to end.
  var isStopped: Bool { stop.load(ordering: .acquiring) }

  /// Whether standard input is to be read.
  var isInputAllowed: Bool { input.load(ordering: .acquiring) }

  /// Which lane a device is for from now on, told once; nil: as before.
  func takeAssign() -> (@Sendable (ScannerDevice) -> Assignment?)? {
    assign.withLock { $0.take() }
  }

  func reassign(_ assign: @escaping @Sendable (ScannerDevice) -> Assignment?) {
    self.assign.withLock { $0 = assign }
    wakeUp.ring()
  }

  func requestStop() {
    stop.store(true, ordering: .releasing)
    wakeUp.ring()
  }

  func allowInput(_ allowed: Bool) {
    if input.exchange(allowed, ordering: .acquiringAndReleasing) != allowed { wakeUp.ring() }
  }

  func perform(_ errand: @escaping @Sendable () -> Void) {
    errands.withLock { $0.append(errand) }
    wakeUp.ring()
  }

  /// The latest order counts: who borrows and returns at once was never lent anything.
  func give(_ order: Order) {
    self.order.withLock { $0 = order }
    wakeUp.ring()
  }

  /// The order that was given and not carried out yet.
  func takeOrder() -> Order? {
    order.withLock { $0.take() }
  }

  /// Quiets the bell and does what it was rung for; on the thread.
  func answer() {
    wakeUp.acknowledge()
    let errands = errands.withLock { errands in
      defer { errands = [] }
      return errands
    }
    for errand in errands { errand() }
  }
}
