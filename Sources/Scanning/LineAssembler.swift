/// Puts the bytes of standard input or of a CDC serial port together to scans: UTF-8 text in lines that end in CR, LF
/// or both.
///
/// A line that ends without its terminator is spoiled as `detached`: whoever wrote it may have had more to say.
package struct LineAssembler: Sendable {
  private let terminator: Terminator
  private var utf8 = UTF8Reader()
  private var assembler: ScanAssembler

  /// - Parameters:
  ///   - takenAt: when a port was opened; nil where nothing is missing before the first byte.
  ///   - pauseLimit: nil where silence says nothing, as between the bytes of standard input.
  package init(terminator: Terminator = .enter, takenAt: EventTime? = nil, pauseLimit: Duration? = nil) {
    self.terminator = terminator
    assembler = ScanAssembler(terminator: terminator, grabbedAt: takenAt, pauseLimit: pauseLimit)
  }

  package mutating func receive(
    _ bytes: some Sequence<UInt8>, at time: EventTime, into tell: (ScannerEvent) -> Void
  ) {
    if let ended = expire(at: time) { tell(ended) }
    for byte in bytes { assembler.receive(keystroke(of: byte), at: time, into: tell) }
  }

  /// When `expire` must be called next; nil: never, unless the terminator is a quiet gap.
  package var deadline: EventTime? { assembler.deadline }

  /// Ends a scan that silence has ended by this time.
  package mutating func expire(at time: EventTime) -> ScannerEvent? {
    guard let ended = assembler.expire(at: time) else { return nil }
    utf8 = UTF8Reader()
    return ended
  }

  /// Ends an open line when the input is closed or the port gone.
  package mutating func end(at time: EventTime) -> ScannerEvent? {
    assembler.detach(at: time)
  }

  private mutating func keystroke(of byte: UInt8) -> Keystroke {
    // No byte of a longer character is one of these, so a broken character cannot hide them.
    switch byte {
    case 0x09:
      utf8 = UTF8Reader()
      return .tab
    case 0x0A, 0x0D:
      utf8 = UTF8Reader()
      return terminator == .enter ? .enter : .character(Unicode.Scalar(byte))
    default:
      return utf8.keystroke(of: byte)
    }
  }
}
