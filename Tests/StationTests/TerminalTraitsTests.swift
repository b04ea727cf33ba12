import Testing

@testable import Station

/// What a terminal can show.
@Suite struct TerminalTraitsTests {
  @Test(
    "is taken from the environment",
    arguments: [
      (["TERM": "xterm", "LANG": "de_DE.UTF-8"], true, true, true),
      (["TERM": "linux", "LANG": "de_DE.utf8", "LC_ALL": "C"], true, false, true),
      (["TERM": "dumb", "NO_COLOR": "1"], false, false, false),
      (["NO_COLOR": "", "LC_CTYPE": "en_US.UTF-8", "LC_ALL": ""], true, true, false),
    ])
  func traits(environment: [String: String], hasColour: Bool, isUTF8: Bool, hasScreen: Bool) {
    let traits = TerminalTraits { environment[$0] }
    #expect(traits.hasColour == hasColour)
    #expect(traits.isUTF8 == isUTF8)
    #expect(traits.hasScreen == hasScreen)
  }
}
