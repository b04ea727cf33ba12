internal import Synchronization

/// What other threads ask of the reading thread: orders, and whether standard input is read on.
final class ReadingControl: Sendable {
  /// Something to do between two polls.
  enum Order: Sendable {
    case perform(@Sendable () -> Void)
    case lend(Loan)
    case takeBack
    /// Gives every device to its lane anew.
    case reassign(@Sendable (ScannerDevice) -> Assignment?)
  }

  let loop: LoopControl
  private let orders = Mutex<[Order]>([])
  private let input = Atomic(true)

  init() throws(DeviceError) {
    loop = try LoopControl()
  }

  func give(_ order: Order) {
    orders.withLock { orders in
      orders.removeAll(where: order.replaces)
      orders.append(order)
    }
    loop.ring()
  }

  /// Those that were given and not carried out yet, in their order.
  func takeOrders() -> [Order] {
    orders.withLock { orders in
      defer { orders = [] }
      return orders
    }
  }

  func allowInput(_ allowed: Bool) {
    if input.exchange(allowed, ordering: .acquiringAndReleasing) != allowed { loop.ring() }
  }

  var isInputAllowed: Bool { input.load(ordering: .acquiring) }
}

extension ReadingControl.Order {
  /// Whether nothing is left to do of an earlier one: who borrows and returns at once was never lent anything.
  fileprivate func replaces(_ earlier: Self) -> Bool {
    switch (self, earlier) {
    case (.takeBack, .lend), (.takeBack, .takeBack), (.reassign, .reassign): true
    case (.perform, _), (.lend, _), (.takeBack, _), (.reassign, _): false
    }
  }
}
