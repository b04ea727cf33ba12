import CLinuxInput
import Devices
import Scanning

extension MockScanner {
  /// Types a text as a scanner set to this layout does, or as slowly as a person. Only the events' times tell how long
  /// it takes: they begin at `time`, and what is given is the one after the last.
  @discardableResult
  func type(
    _ text: String, on layout: Layout, pace: Duration = .milliseconds(1), endedBy terminator: KeyCode? = .enter,
    from time: EventTime = .now()
  ) -> EventTime {
    var time = time
    var events: [InputEvent] = []
    func change(_ keys: [KeyCode], _ transition: InputEvent.Transition) {
      guard !keys.isEmpty else { return }
      events += keys.map { .key($0, transition, at: time) } + [.synReport(at: time)]
      time = time + pace
    }
    for stroke in text.unicodeScalars.compactMap(layout.stroke) + [terminator.map { [$0] } ?? []] {
      change(Array(stroke.dropLast()), .down)
      change(Array(stroke.suffix(1)), .down)
      change(Array(stroke.suffix(1)), .up)
      change(Array(stroke.dropLast()), .up)
    }
    let written = events.map { event in
      input_event(
        time: timeval(
          tv_sec: Int(event.time.nanoseconds / 1_000_000_000),
          tv_usec: Int(event.time.nanoseconds % 1_000_000_000 / 1000)),
        type: event.type, code: event.code, value: event.value)
    }
    written.withUnsafeBytes(node.write)
    return time
  }
}

extension Layout {
  /// The modifiers that a character takes, then its key.
  fileprivate func stroke(of character: Unicode.Scalar) -> [KeyCode]? {
    if character == "\u{1D}" { return [.leftCtrl, .rightBrace] }
    let symbol = Layout.Symbol.character(character)
    for (code, key) in keys {
      if key.plain == symbol { return [code] }
      if key.shift == symbol { return [.leftShift, code] }
      if key.altGr == symbol { return [.rightAlt, code] }
    }
    return nil
  }
}
