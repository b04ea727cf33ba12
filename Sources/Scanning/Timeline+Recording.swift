extension Timeline {
  /// A recording of a grabbed scanner, its time counted from the grab, that expects what comes out of it now.
  package init(
    recorded events: [InputEvent], notes: [String], layout: Layout, terminator: Terminator, grabbedAt: EventTime,
    detachedAt: EventTime? = nil
  ) {
    let beginning = EventTime(nanoseconds: 0)
    func sinceGrab(_ time: EventTime) -> EventTime { beginning + max(time - grabbedAt, .zero) }
    self.init(
      notes: notes, layout: layout.name, terminator: terminator, grabbedAt: beginning,
      events: events.map { InputEvent(time: sinceGrab($0.time), type: $0.type, code: $0.code, value: $0.value) },
      detachedAt: detachedAt.map(sinceGrab))
    expectations = scans(through: layout).map { Expectation($0) }
  }
}
