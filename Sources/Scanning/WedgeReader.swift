/// Reads the scans of one keyboard wedge out of its input events: what a reading thread calls for each of them.
///
/// Time is the kernel's alone: silence is told by the next event's time, or by `expire` once `deadline` has passed.
/// Read first, expire then, with a time from before the kernel was found to hold nothing more; or a reader that was
/// late cuts a whole scan.
package struct WedgeReader: Sendable {
  private var decoder: WedgeDecoder
  private var assembler: ScanAssembler

  /// - Parameters:
  ///   - grabbedAt: when the device was grabbed, or opened where it is not; nil for a recording that began at rest.
  ///   - pressed: the keys that were down then (`EVIOCGKEY`): a Shift among them holds for what follows.
  package init(layout: Layout, terminator: Terminator, grabbedAt: EventTime? = nil, pressed: KeySet = .none) {
    decoder = WedgeDecoder(layout: layout, grabbedAt: grabbedAt, pressed: pressed)
    assembler = ScanAssembler(terminator: terminator, grabbedAt: grabbedAt)
  }

  package mutating func receive(_ event: InputEvent, into tell: (ScannerEvent) -> Void) {
    // Before a drop was no silence: what is lost lay there.
    if !event.isDrop, let ended = expire(at: event.time) { tell(ended) }
    if assembler.isAtRest { decoder.idle(until: event.time) }
    guard let keystroke = decoder.receive(event) else { return }
    assembler.receive(keystroke, at: event.time, into: tell)
  }

  /// When `expire` must be called next; nil: never.
  package var deadline: EventTime? { assembler.deadline }

  /// Ends a scan that silence has ended by this time.
  package mutating func expire(at time: EventTime) -> ScannerEvent? {
    guard let ended = assembler.expire(at: time) else { return nil }
    decoder.endScan(isCut: !assembler.isAtRest)
    return ended
  }

  /// Ends an open scan when the scanner was pulled.
  package mutating func detach(at time: EventTime) -> ScannerEvent? {
    assembler.detach(at: time)
  }
}
