/// A recording of one scanner as a text that a person can read, write and correct.
///
///     # Two characters, rolled over; made up.
///     layout us
///     terminator enter
///
///     0.000000 KEY_LEFTSHIFT down, KEY_S down
///     0.001000 KEY_LEFTSHIFT up, KEY_7 down
///     0.002000 KEY_S up
///     0.003000 KEY_7 up
///     0.004000 KEY_ENTER down
///     0.005000 KEY_ENTER up
///
///     scan "S7" -> PASS
///
/// A line of events is one frame of the kernel: its time in seconds, then each key's transition (`down`, `up`,
/// `repeat`) in order, or `SYN_DROPPED`, or `detached` when the scanner is pulled. `EV_MSC` and `EV_LED` are left out.
///
/// Before the events stand `layout` (else `us`), `terminator` (`enter`, which is the default, `tab`, or `none` and a
/// quiet gap such as `100ms`), and `grabbed` with the grab's time, if there was one. After them stand all the scans
/// that must come out, in order: `scan` with the text in quotes, or `spoiled` with the fault. `->` names the verdict
/// that the demo units give. Silence follows the last event. `#` begins a comment, `\u{1D}` in quotes is a character
/// by its number.
package struct Timeline: Hashable, Sendable {
  /// The comment lines at the head: what was recorded, where, and what is filled in.
  package var notes: [String]
  package var layout: String
  package var terminator: Terminator
  package var grabbedAt: EventTime?
  package var events: [InputEvent]
  package var detachedAt: EventTime?
  package var expectations: [Expectation]

  package init(
    notes: [String] = [], layout: String = Layout.us.name, terminator: Terminator = .enter,
    grabbedAt: EventTime? = nil, events: [InputEvent] = [], detachedAt: EventTime? = nil,
    expectations: [Expectation] = []
  ) {
    self.notes = notes
    self.layout = layout
    self.terminator = terminator
    self.grabbedAt = grabbedAt
    self.events = events
    self.detachedAt = detachedAt
    self.expectations = expectations
  }

  /// Puts the events through a keyboard wedge's reader.
  package func play(through layout: Layout, into tell: (ScannerEvent) -> Void) {
    var reader = WedgeReader(layout: layout, terminator: terminator, grabbedAt: grabbedAt)
    for event in events { reader.receive(event, into: tell) }
    if let detachedAt {
      if let ended = reader.detach(at: detachedAt) { tell(ended) }
    } else if let deadline = reader.deadline {
      if let ended = reader.expire(at: deadline) { tell(ended) }
    }
  }

  /// The scans that come out.
  package func scans(through layout: Layout) -> [Scan] {
    var scans: [Scan] = []
    play(through: layout) { event in
      if case .scan(let scan) = event { scans.append(scan) }
    }
    return scans
  }
}
