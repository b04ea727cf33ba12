extension Timeline {
  /// The text that `init(parsing:)` reads.
  package func rendered() -> String {
    var lines = notes.map { $0.isEmpty ? "#" : "# \($0)" }
    lines.append("layout \(layout)")
    lines.append("terminator \(terminator.words)")
    if let grabbedAt { lines.append("grabbed \(grabbedAt.seconds)") }
    lines.append("")
    lines += frames
    lines.append("")
    lines += expectations.map(\.description)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line for each frame with a key in it, and for each `SYN_DROPPED`.
  private var frames: [String] {
    var lines: [String] = []
    var keys: [String] = []
    func endFrame(at time: EventTime) {
      if !keys.isEmpty { lines.append("\(time.seconds) \(keys.joined(separator: ", "))") }
      keys = []
    }
    for event in events {
      switch (event.type, event.code, InputEvent.Transition(value: event.value)) {
      case (InputEvent.Kind.key, let code, let transition?):
        keys.append("\(KeyCode(rawValue: code)) \(transition.rawValue)")
      case (InputEvent.Kind.synchronization, InputEvent.report, _):
        endFrame(at: event.time)
      case (InputEvent.Kind.synchronization, InputEvent.dropped, _):
        endFrame(at: event.time)
        lines.append("\(event.time.seconds) SYN_DROPPED")
      default: continue
      }
    }
    if let detachedAt { lines.append("\(detachedAt.seconds) detached") }
    return lines
  }
}

extension Timeline.Expectation: CustomStringConvertible {
  /// As it stands in a timeline: `scan "SN-2024-001234" -> PASS`.
  package var description: String {
    let scan =
      switch outcome {
      case .whole(let text): "scan \(QuotedText(text))"
      case .spoiled(let fault): "spoiled \(fault.words)"
      }
    return verdict.map { "\(scan) -> \($0.rawValue)" } ?? scan
  }
}
