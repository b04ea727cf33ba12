import Synchronization

/// A token on the way that a scan goes: it is through once each of the ways that it was sent on has come to its end.
package final class WatchdogToken: Sendable {
  private let waysOpen = Mutex(1)
  private let isThrough: @Sendable () -> Void

  /// - Parameter isThrough: called once, by whoever ends the last way.
  package init(_ isThrough: @escaping @Sendable () -> Void) {
    self.isThrough = isThrough
  }

  /// From here it goes on so many ways at once; none is the end of this one.
  func fork(_ ways: Int) {
    move(ways - 1)
  }

  /// The end of one way.
  package func arrive() {
    move(-1)
  }

  private func move(_ ways: Int) {
    let isLast = waysOpen.withLock { open in
      open += ways
      return open == 0
    }
    if isLast { isThrough() }
  }
}
