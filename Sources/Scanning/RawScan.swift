/// The key events of one device from the first to a silence: a scan of which nothing is known yet, neither layout nor
/// terminator.
package struct RawScan: Hashable, Sendable {
  /// Past the pauses of slow radio scanners, short of the next pull of the trigger.
  private static let silence = Duration.milliseconds(500)

  package private(set) var events: [InputEvent] = []
  private var pace = TypingPace()

  package init() {}

  /// Who types on the device, by all that it has typed.
  package var typist: TypingPace.Typist? { pace.typist }

  package mutating func receive(_ event: InputEvent) {
    if isOver(at: event.time) { events = [] }
    events.append(event)
    pace.receive(event)
  }

  /// Whether there was one, and it is whole by now.
  package func isOver(at time: EventTime) -> Bool {
    events.last.map { time - $0.time >= Self.silence } ?? false
  }
}
