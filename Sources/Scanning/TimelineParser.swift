extension Timeline {
  /// Reads a timeline's text.
  package init(parsing text: String) throws(TimelineError) {
    var parser = TimelineParser()
    for line in text[...].unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      try parser.receive(line)
    }
    self = parser.timeline
  }
}

/// Reads a timeline line by line: the head, then the events, then the expected scans.
private struct TimelineParser {
  private enum Part: Int {
    case head, events, expectations
  }

  private(set) var timeline = Timeline()
  private var number = 0
  private var part = Part.head

  mutating func receive(_ text: Substring.UnicodeScalarView) throws(TimelineError) {
    number += 1
    var line = try TimelineLine(text, number: number)
    if line.isEmpty { return keepNote(text) }
    let start = try line.word("layout, terminator, grabbed, a time such as 0.001000, scan, spoiled") {
      Start($0)
    }
    switch start {
    case .layout:
      try enter(.head)
      timeline.layout = try line.word("a layout's name") { $0 }
    case .terminator:
      try enter(.head)
      timeline.terminator = try Terminator(from: &line)
    case .grabbed:
      try enter(.head)
      timeline.grabbedAt = try line.word("a time such as 0.001000") { EventTime(seconds: $0) }
    case .time(let time):
      try enter(.events)
      try readFrame(at: time, from: &line)
    case .scan:
      try enter(.expectations)
      try expect(.whole(line.quoted("the scan's text in quotes") { $0 }), from: &line)
    case .spoiled:
      try enter(.expectations)
      try expect(.spoiled(ScanFault(from: &line)), from: &line)
    }
    try line.finish()
  }

  /// How a line that is not empty begins.
  private enum Start {
    case layout, terminator, grabbed, scan, spoiled
    case time(EventTime)

    init?(_ word: String) {
      switch word {
      case "layout": self = .layout
      case "terminator": self = .terminator
      case "grabbed": self = .grabbed
      case "scan": self = .scan
      case "spoiled": self = .spoiled
      default:
        guard let time = EventTime(seconds: word) else { return nil }
        self = .time(time)
      }
    }
  }

  private mutating func keepNote(_ text: Substring.UnicodeScalarView) {
    guard part == .head, text.first == "#" else { return }
    let note = text.dropFirst().filter { $0 != "\r" }
    timeline.notes.append(String(String.UnicodeScalarView(note.first == " " ? note.dropFirst() : note[...])))
  }

  private mutating func enter(_ next: Part) throws(TimelineError) {
    guard next.rawValue >= part.rawValue else {
      throw TimelineError(
        line: number, found: "a line out of order", allowed: "the head, then the events, then the expected scans")
    }
    part = next
  }

  private mutating func readFrame(at time: EventTime, from line: inout TimelineLine) throws(TimelineError) {
    let earliest = timeline.events.last?.time ?? time
    guard time >= earliest, timeline.detachedAt == nil else {
      throw TimelineError(
        line: number, found: "an event at \(time.seconds)",
        allowed: timeline.detachedAt == nil ? "\(earliest.seconds) or later" : "none after `detached`")
    }
    switch try line.word("a key such as KEY_A or 0xb7, SYN_DROPPED, detached", Subject.init) {
    case .dropped: timeline.events.append(.synDropped(at: time))
    case .detached: timeline.detachedAt = time
    case .key(var key):
      timeline.events.append(.key(key, try line.word(of: InputEvent.Transition.self), at: time))
      while try line.comma() {
        key = try line.key()
        timeline.events.append(.key(key, try line.word(of: InputEvent.Transition.self), at: time))
      }
      timeline.events.append(.synReport(at: time))
    }
  }

  /// What an event's line tells of.
  private enum Subject {
    case dropped, detached
    case key(KeyCode)

    init?(_ word: String) {
      switch word {
      case "SYN_DROPPED": self = .dropped
      case "detached": self = .detached
      default:
        guard let key = KeyCode(name: word) else { return nil }
        self = .key(key)
      }
    }
  }

  private mutating func expect(
    _ outcome: Timeline.Expectation.Outcome, from line: inout TimelineLine
  ) throws(TimelineError) {
    var expectation = Timeline.Expectation(outcome)
    if !line.isEmpty {
      try line.word("-> and a verdict") { $0 == "->" ? () : nil }
      expectation.verdict = try line.rest(of: Timeline.Expectation.Verdict.self)
    }
    timeline.expectations.append(expectation)
  }
}
