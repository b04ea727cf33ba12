import Scanning
import Testing

@Suite("Whatever is lost")
struct LossTests {
  /// What happens to the events of three scans.
  enum Loss: String, CaseIterable {
    /// The kernel drops some, and keeps the newest of them.
    case drop
    /// The scanner stops for over a second, once.
    case pause
    /// The grab comes while the scanner types.
    case grab
    /// The scanner is pulled.
    case detach
  }

  @Test("no scan comes out whole that was not typed so", arguments: ["us", "de"], Loss.allCases)
  func neverAFalseScan(name: String, loss: Loss) async throws {
    let layout = try #require(Layout.named(name))
    var whole = 0
    for seed in UInt64(0)..<1000 {
      await Task.yield()  // other tests wait for the network on this thread
      var random = SplitMix64(seed: seed)
      let typed = Typed(layout: layout, random: &random)
      let timeline = typed.timeline(with: loss, random: &random)
      let scans = timeline.scans(through: layout).filter { $0.fault == nil }
      whole += scans.count
      guard scans.allSatisfy({ scan in typed.texts.contains { $0.utf8.elementsEqual(scan.text.utf8) } }) else {
        Issue.record("\(loss), layout \(name), seed \(seed): \(scans) of \(typed.texts)\n\(timeline.rendered())")
        return
      }
    }
    #expect(whole > 500, "a reader that spoils everything would pass")
  }

  /// Three scans, typed in one manner.
  struct Typed {
    var texts: [String] = []
    var terminator: Terminator
    var layout: Layout
    var events: [InputEvent] = []

    init(layout: Layout, random: inout SplitMix64) {
      self.layout = layout
      terminator = [.enter, .tab, .none(quietGap: .milliseconds(100))].randomElement(using: &random) ?? .enter
      var typist = Typist(layout: layout, manner: Typist.Manner(random: &random))
      let typeable = typist.characters
      for _ in 0..<3 {
        let characters = (0..<Int.random(in: 1...12, using: &random))
          .compactMap { _ in typeable.randomElement(using: &random) }
        texts.append(String(String.UnicodeScalarView(characters)))
        typist.type(characters, endedBy: terminator.key)
        typist.wait(.milliseconds([150, 1500].randomElement(using: &random) ?? 150))
      }
      events = typist.events
    }

    func timeline(with loss: Loss, random: inout SplitMix64) -> Timeline {
      var timeline = Timeline(layout: layout.name, terminator: terminator, events: events)
      let place = Int.random(in: 0..<events.count, using: &random)
      switch loss {
      case .drop:
        let end = min(place + Int.random(in: 1...60, using: &random), events.count - 1)
        timeline.events.replaceSubrange(place..<end, with: [.synDropped(at: events[end].time)])
      case .pause:
        // Where silence is the terminator, a pause ends a scan.
        if case .none = terminator { break }
        for index in place..<events.count { timeline.events[index].time = events[index].time + .milliseconds(1100) }
      case .grab:
        timeline.events.removeFirst(place)
        timeline.grabbedAt = events[place].time + .microseconds(-1)
      case .detach:
        if case .none = terminator { break }
        timeline.events.removeSubrange(place...)
        timeline.detachedAt = events[place].time
      }
      return timeline
    }
  }
}
