import Devices
import Dispatch
import Scanning
import Synchronization

/// What the recorder is to do, on its way from any thread to the recorder's own: in order, and nobody waits.
final class RecorderMailbox: Sendable {
  private struct State {
    var orders: [RecordOrder] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)

  func post(_ order: RecordOrder) {
    let isFirst = state.withLock { state in
      state.orders.append(order)
      return state.orders.count == 1
    }
    if isFirst { bell.signal() }
  }

  /// Nothing more is to come.
  func stop() {
    state.withLock { $0.isStopped = true }
    bell.signal()
  }

  /// All orders that wait; none where there came none until then, nil where none will come any more.
  func take(until end: EventTime) -> [RecordOrder]? {
    while true {
      let (orders, isStopped) = state.withLock { state in
        defer { state.orders = [] }
        return (state.orders, state.isStopped)
      }
      if !orders.isEmpty { return orders }
      if isStopped { return nil }
      let left = end - .now()
      guard left > .zero, bell.wait(timeout: .now() + .nanoseconds(Int(left / .nanoseconds(1)))) == .success else {
        return []
      }
    }
  }
}
