import Gating
import Testing

/// The patterns of parts, revisions, batches and procedures.
struct WildcardTests {
  @Test(
    "A pattern fits the whole text or not at all",
    arguments: [
      ("", "", true), ("", "a", false), ("*", "", true), ("*", "anything", true), ("?", "", false), ("?", "ab", false),
      ("?", "ü", true), ("PCB-*", "PCB-", true), ("PCB-*", "PCB", false), ("PCB-*", "XPCB-1", false),
      ("*-A", "PCB-A", true), ("*-A", "PCB-A-B", false), ("*A*", "PCB-A-B", true), ("a?c", "abc", true),
      ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false), ("**", "x", true), ("a**b", "ab", true),
      ("PCB.1", "PCB-1", false), ("[AB]", "A", false), ("0012", "12", false), ("pcb", "PCB", false),
      ("\u{212A}", "K", false), ("é", "e\u{301}", false),
    ])
  func fits(pattern: String, text: String, fits: Bool) {
    #expect(Wildcard(pattern).matches(text) == fits)
  }

  @Test("Only ASCII case can be ignored")
  func ignoringCase() {
    #expect(Wildcard("pcb-*z").matches("PCB-1Z", ignoringCase: true))
    #expect(!Wildcard("k").matches("\u{212A}", ignoringCase: true))
    #expect(!Wildcard("Ä").matches("ä", ignoringCase: true))
    #expect(!Wildcard("[").matches("{", ignoringCase: true))
    #expect(!Wildcard("@").matches("`", ignoringCase: true))
  }

  @Test("Many stars on a long text take no more steps than pattern and text multiplied", .timeLimit(.minutes(1)))
  func noBlowUp() {
    let pattern = Wildcard(String(repeating: "*a", count: 30) + "*b")
    #expect(!pattern.matches(String(repeating: "a", count: 10_000)))
    #expect(pattern.matches(String(repeating: "a", count: 10_000) + "b"))
  }

  @Test("Random patterns agree with the definition", arguments: 0..<20 as Range<UInt64>)
  func agreesWithTheDefinition(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let pattern = random.text(of: "ab*?", length: 0...7)
      let text = random.text(of: "ab", length: 0...8)
      #expect(Wildcard(pattern).matches(text) == Self.fits(pattern[...], text[...]), "\(pattern) on \(text)")
    }
  }

  /// The definition, as slow as it is short.
  static func fits(_ pattern: Substring, _ text: Substring) -> Bool {
    switch pattern.first {
    case nil: text.isEmpty
    case "*": fits(pattern.dropFirst(), text) || !text.isEmpty && fits(pattern, text.dropFirst())
    case "?": !text.isEmpty && fits(pattern.dropFirst(), text.dropFirst())
    case let first: text.first == first && fits(pattern.dropFirst(), text.dropFirst())
    }
  }
}
