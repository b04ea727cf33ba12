import Scanning
import Testing

@Suite("Any text that a layout can type")
struct TypingTests {
  @Test("comes back the same at any roll-over, pace and manner of modifiers", arguments: ["us", "de"])
  func comesBack(name: String) async throws {
    let layout = try #require(Layout.named(name))
    for seed in UInt64(0)..<2000 {
      await Task.yield()  // other tests wait for the network on this thread
      var random = SplitMix64(seed: seed)
      let manner = Typist.Manner(random: &random)
      let terminator = [Terminator.enter, .tab, .none(quietGap: .milliseconds(100))][Int(seed % 3)]
      var typist = Typist(layout: layout, manner: manner)
      let typeable = typist.characters
      let texts = (0..<3).map { _ in Self.text(of: typeable, using: &random) }
      for text in texts {
        typist.type(text, endedBy: terminator.key)
        typist.wait(.milliseconds(150))
      }
      let timeline = Timeline(
        layout: layout.name, terminator: terminator, events: typist.events,
        expectations: texts.map { text in .init(.whole(String(String.UnicodeScalarView(text)))) })
      let scans = timeline.scans(through: layout)
      if !timeline.isMet(by: scans) {
        Issue.record("layout \(layout.name), seed \(seed), \(manner): came out \(scans) of\n\(timeline.rendered())")
        return
      }
    }
  }

  private static func text(of characters: [Unicode.Scalar], using random: inout SplitMix64) -> [Unicode.Scalar] {
    let controls: [Unicode.Scalar] = ["\u{1D}", "\u{1E}", "\u{1F}", "\u{1C}", "\u{1B}", "\u{4}", "\r", "\n"]
    let length = Int.random(in: 1...40, using: &random)
    return (0..<length).compactMap { index in
      // No code begins with CR or LF; a scan of the same few controls is rare enough.
      let pool = index > 0 && Int.random(in: 0..<10, using: &random) == 0 ? controls : characters
      return pool.randomElement(using: &random)
    }
  }
}

extension Typist.Manner {
  init(random: inout SplitMix64) {
    self.init(
      pace: .milliseconds(Int.random(in: 1...30, using: &random)),
      rollOver: Int.random(in: 0...3, using: &random),
      modifiersInFrame: Bool.random(using: &random),
      releasesInFrame: Bool.random(using: &random),
      altMode: Int.random(in: 0..<5, using: &random) == 0,
      capsLock: CapsLock.allCases.randomElement(using: &random) ?? .never)
  }
}

extension Terminator {
  /// The key that sends it.
  var key: KeyCode? {
    switch self {
    case .enter: .enter
    case .tab: .tab
    case .none: nil
    }
  }
}
