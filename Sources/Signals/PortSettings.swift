/// How a light's serial port is set.
package struct PortSettings: Hashable, Sendable {
  package enum Parity: String, CaseIterable, Hashable, Sendable {
    case none, even, odd
  }

  package enum Flow: String, CaseIterable, Hashable, Sendable {
    case none, rtscts, xonxoff
  }

  package var baud = 9600
  package var bits = 8
  package var parity = Parity.none
  package var stop = 1
  package var flow = Flow.none
  /// Drops DTR and RTS at close; a board that resets on DTR is spared it at the next opening where they stay.
  package var hangsUpOnClose = false
  /// The lines after opening; nil: as Linux leaves them, both on.
  package var lines: Lines?

  package init() {}
}
