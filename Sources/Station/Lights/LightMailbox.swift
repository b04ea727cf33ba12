import Devices
import Glibc
import Scanning
import Signals
import Synchronization

/// What a light is to show, on its way from any thread to the light's own: the newest message wins, and nobody waits.
final class LightMailbox: Sendable {
  /// A message, and why the light is kept dark all the same.
  struct Order: Hashable, Sendable {
    var message: Message
    var objection: LightError?
  }

  private struct State {
    var order: Order?
    var stopped: EventTime?
    var isPortOpen = false
  }

  let wakeUp: WakeUp
  private let state = Mutex(State())

  init() throws(DeviceError) {
    wakeUp = try WakeUp()
  }

  func post(_ order: Order) {
    state.withLock { $0.order = order }
    wakeUp.ring()
  }

  /// The newest order, if it was not taken yet.
  func take() -> Order? {
    state.withLock { $0.order.take() }
  }

  /// The light is to end.
  func stop() {
    state.withLock { state in
      if state.stopped == nil { state.stopped = .now() }
    }
    wakeUp.ring()
  }

  /// The light is to begin anew.
  func restart() {
    state.withLock { $0.stopped = nil }
  }

  /// Waits until the port is closed, as long as that is worth it.
  func awaitClosing(within limit: Duration) {
    let end = EventTime.now() + limit
    while isPortOpen, .now() < end {
      var polled = pollfd(fd: wakeUp.number, events: Int16(POLLIN), revents: 0)
      if poll(&polled, 1, pollTimeout(until: end, from: .now())) == 1 { wakeUp.acknowledge() }
    }
  }

  /// Tells the light's thread that its port is open, or closed at last.
  func set(isPortOpen: Bool) {
    state.withLock { $0.isPortOpen = isPortOpen }
    wakeUp.ring()
  }

  /// Waits until the port is closed, but not for one whose device takes nothing more: that takes half a minute.
  func awaitClosing() {
    var polled = pollfd(fd: wakeUp.number, events: Int16(POLLIN), revents: 0)
    while isPortOpen, poll(&polled, 1, 1000) > 0 { wakeUp.acknowledge() }
  }

  var isPortOpen: Bool { state.withLock(\.isPortOpen) }

  /// When it was told to end; nil: it was not.
  var stopped: EventTime? { state.withLock(\.stopped) }
}
