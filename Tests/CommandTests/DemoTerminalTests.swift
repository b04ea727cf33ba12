import Subprocess
import Testing

extension CommandTests {
  /// The demo as a person sees it, on a terminal.
  @Suite struct DemoTerminalTests {
    private static let entered = "\u{1B}[?1049h"
    private static let left = "\u{1B}[?1049l"

    private let terminal: PseudoTerminal

    init() throws {
      terminal = try PseudoTerminal()
    }

    @Test("the screen comes up, a typed number gets its verdict, and a PASS goes by itself")
    func verdicts() async throws {
      let ending = try await Program("demo").use(on: terminal) { child in
        try await terminal.shown.text(to: Self.entered)
        try await terminal.shown.text(to: "SCAN A UNIT")
        terminal.keys.write(Unit.passed + "\r")
        try await terminal.shown.text(to: "PASS IT ON")
        try await terminal.shown.text(to: "SCAN A UNIT")
        terminal.keys.write(Unit.unknown + "\r")
        try await terminal.shown.text(to: "STOP. Not known.")
        terminal.keys.write("no unit label\r")
        try await terminal.shown.text(to: "Not a unit label.")
        try child.send(signal: .terminate)
        try await terminal.shown.text(to: Self.left)
      }
      #expect(ending.code == 0)
    }

    @Test("a signal gives the terminal back as it was", arguments: [Signal.terminate, .interrupt, .terminalClosed])
    func signalled(signal: Signal) async throws {
      try await givesBack { try $0.send(signal: signal) }
    }

    @Test(
      "a typed Ctrl-C gives the terminal back as it was, and so does a typed Ctrl-D", arguments: ["\u{03}", "\u{04}"])
    func typed(key: String) async throws {
      try await givesBack { _ in terminal.keys.write(key) }
    }

    @Test("typed escape sequences act on no terminal")
    func hostile() async throws {
      let ending = try await Program("demo").use(on: terminal) { child in
        try await terminal.shown.text(to: "SCAN A UNIT")
        terminal.keys.write("\u{1B}]0;title\u{07}\u{1B}[5mA\r")
        var shown = try await terminal.shown.text(to: "Not a unit label.")
        try child.send(signal: .terminate)
        shown += try await terminal.shown.text(to: Self.left)
        for harm in ["\u{1B}]", "\u{07}", "\u{1B}[5m"] { #expect(!shown.contains(harm)) }
      }
      #expect(ending.code == 0)
    }

    private func givesBack(_ end: (RunningProgram.Child) throws -> Void) async throws {
      let found = terminal.modes
      let clock = ContinuousClock()
      var told = clock.now
      let ending = try await Program("demo").use(on: terminal) { child in
        try await terminal.shown.text(to: "SCAN A UNIT")
        #expect(terminal.modes != found)
        told = clock.now
        try end(child)
        try await terminal.shown.text(to: Self.left)
      }
      #expect(clock.now - told < .seconds(1))
      #expect(ending.code == 0)
      #expect(terminal.modes == found)
    }
  }
}
