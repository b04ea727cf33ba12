/// How a serial port speaks. What is left out is what most devices want: 9600 8N1 without flow control.
///
/// Baud, bits and parity mean nothing to a CDC ACM device: USB carries its bytes whole.
package struct SerialSettings: Hashable, Sendable {
  package enum Parity: String, CaseIterable, Hashable, Sendable {
    case none, even, odd
  }

  package enum FlowControl: String, CaseIterable, Hashable, Sendable {
    case none
    /// By the lines RTS and CTS.
    case rtscts
    /// By the bytes DC1 and DC3.
    case xonxoff
  }

  /// Bits a second, odd rates too.
  package var baud: UInt32
  /// 7 or 8.
  package var dataBits: Int
  package var parity: Parity
  /// 1 or 2.
  package var stopBits: Int
  package var flowControl: FlowControl
  /// Whether closing drops DTR and RTS (`HUPCL`): without it a board that resets on DTR is left alone.
  package var hangUpOnClose: Bool
  /// The lines once it is open; nil: as the kernel leaves them, which raises both. It does so for a moment in any case.
  package var lines: ModemLines

  package init(
    baud: UInt32 = 9600, dataBits: Int = 8, parity: Parity = .none, stopBits: Int = 1,
    flowControl: FlowControl = .none, hangUpOnClose: Bool = true, lines: ModemLines = ModemLines()
  ) {
    self.baud = baud
    self.dataBits = dataBits
    self.parity = parity
    self.stopBits = stopBits
    self.flowControl = flowControl
    self.hangUpOnClose = hangUpOnClose
    self.lines = lines
  }
}

/// The two lines that a port's own end drives; nil leaves one as it is.
package struct ModemLines: Hashable, Sendable {
  package var dtr: Bool?
  package var rts: Bool?

  package init(dtr: Bool? = nil, rts: Bool? = nil) {
    self.dtr = dtr
    self.rts = rts
  }
}
