import Gating
import Glibc
import Scanning
import Testing

@testable import Station

/// The screen on a real terminal, byte for byte.
@Suite(.serialized) struct ScreenTerminalTests {
  private static let frameEnd = "\u{1B}[?2026l"
  private static let left = "\u{1B}[?1049l"

  @Test("it takes the terminal, draws what it is told, and gives all back")
  func wholeLife() throws {
    let pty = try PseudoTerminal()
    let found = pty.modes
    let screen = try screen(on: pty)
    let first = try pty.read(to: Self.frameEnd)
    #expect(first.hasPrefix("\u{1B}[?1049h"))
    #expect(first.contains("\u{1B}[?25l"))
    #expect(pty.modes.c_lflag & tcflag_t(ECHO) == 0)
    #expect(pty.modes.c_iflag & tcflag_t(IXON) == 0)

    screen.tell(.view(lane: "1", .ready))
    #expect(try pty.read(to: Self.frameEnd).contains("SCAN A UNIT"))
    screen.tell(.view(lane: "1", .verdict(try .pass("SN-1", at: "2026-11-23T14:03:07Z"))))
    #expect(try pty.read(to: Self.frameEnd).contains("PASS IT ON"))

    screen.close()
    #expect(try pty.read(to: Self.left).contains("\u{1B}[?25h"))
    #expect(pty.modes.c_lflag == found.c_lflag)
    #expect(pty.modes.c_iflag == found.c_iflag)
  }

  @Test("the terminal is given back once, however often it is asked for, and nothing is drawn after it")
  func restoredOnce() throws {
    let pty = try PseudoTerminal()
    let terminal = terminal(on: pty)
    let screen = Screen(facts: ScreenFacts(station: "s", rules: ""), terminal: terminal) { Self.now }
    _ = try pty.read(to: Self.frameEnd)
    screen.close()
    screen.close()
    terminal.restore()
    screen.tell(.view(lane: "1", .ready))
    terminal.write("too late")
    pty.print("the end")
    let rest = try pty.read(to: "the end")
    #expect(rest.split(separator: Self.left, omittingEmptySubsequences: false).count == 2)
    #expect(rest.hasSuffix(Self.left + "the end"))
  }

  @Test("a new size is drawn at once")
  func resize() throws {
    let pty = try PseudoTerminal()
    let screen = try screen(on: pty)
    #expect(!(try pty.read(to: Self.frameEnd).contains("\u{1B}[40;1H")))
    pty.resize(width: 120, height: 40)
    kill(getpid(), SIGWINCH)
    #expect(try pty.read(to: Self.frameEnd).contains("\u{1B}[40;1H"))
    screen.close()
  }

  @Test("what is being typed stays while other things change, and goes with its Enter")
  func typedLine() throws {
    let pty = try PseudoTerminal()
    let screen = try screen(on: pty, typedLane: "1")
    #expect(try pty.read(to: Self.frameEnd).contains("scan or type:"))
    screen.tell(.view(lane: "1", .ready))
    _ = try pty.read(to: Self.frameEnd)
    pty.type("SN-1")
    _ = try pty.read(to: "SN-1")

    screen.tell(.view(lane: "2", .ready))
    let other = try pty.read(to: Self.frameEnd)
    #expect(other.contains("\u{1B}7") && other.contains("\u{1B}8"))
    #expect(!other.contains("\u{1B}[24;1H"), "the row that is typed in stays as it is")

    screen.tell(.view(lane: "1", .reading))
    #expect(try pty.read(to: Self.frameEnd).contains("\u{1B}[24;1H\u{1B}[K scan or type:"))
    screen.tell(.view(lane: "1", .verdict(try .fail("SN-1", at: "2026-11-23T14:03:07Z"))))
    #expect(!(try pty.read(to: Self.frameEnd).contains("\u{1B}[24;1H")), "the next line may have begun")
    screen.close()
  }

  @Test("the bell rings once for each verdict shown, where it is wanted", arguments: [true, false])
  func bell(isWanted: Bool) throws {
    let pty = try PseudoTerminal()
    let screen = try screen(on: pty, bell: isWanted)
    _ = try pty.read(to: Self.frameEnd)
    screen.tell(.verdict(try .pass("SN-1", at: "2026-11-23T14:03:07Z")))
    #expect(try pty.read(to: Self.frameEnd).contains("\u{07}") == isWanted)
    var late = try VerdictRecord.pass("SN-2", at: "2026-11-23T14:03:07Z")
    late.shown = false
    screen.tell(.verdict(late))
    #expect(!(try pty.read(to: Self.frameEnd).contains("\u{07}")))
    screen.close()
  }

  @Test("the bell tells verdicts apart: once, twice, three times", arguments: [1, 2, 3])
  func bellPattern(rings: Int) throws {
    let pty = try PseudoTerminal()
    let screen = try screen(on: pty, bell: true)
    let time = "2026-11-23T14:03:07Z"
    let record =
      switch rings {
      case 1: try VerdictRecord.pass("SN-1", at: time)
      case 2: try VerdictRecord.fail("SN-1", at: time)
      default: VerdictRecord.noVerdict("SN-1", .timeout, "", at: time)
      }
    let began = ContinuousClock.now
    // Two frames at once are no two rings.
    screen.tell(.verdict(record))
    screen.tell(.view(lane: "1", .verdict(record)))
    for _ in 1...rings { _ = try pty.read(to: "\u{07}") }
    #expect(ContinuousClock.now - began >= .milliseconds(250 * (rings - 1)))
    screen.tell(.view(lane: "1", .hold(.starting)))
    #expect(!(try pty.read(to: "HOLD").contains("\u{07}")))
    screen.close()
  }

  @Test("a terminal that takes nothing keeps nobody waiting, and is given back all the same")
  func stuckTerminal() throws {
    // One frame is more than the kernel keeps for a terminal that is not read.
    let pty = try PseudoTerminal(width: 1000, height: 200)
    let found = pty.modes
    let screen = try screen(on: pty)
    _ = try pty.read(to: "\u{1B}[1;1H")
    pty.fill()
    let began = ContinuousClock.now
    screen.tell(.view(lane: "1", .ready))
    screen.close()
    #expect(ContinuousClock.now - began < .seconds(10))
    #expect(pty.modes.c_lflag == found.c_lflag)
    _ = try pty.read(to: Self.left)
  }

  @Test("a pipe is no screen, and a dumb terminal neither")
  func notAScreen() throws {
    let pty = try PseudoTerminal()
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let able = TerminalTraits { ["TERM": "xterm"][$0] }
    #expect(Terminal.isScreen(pty.slave, traits: able))
    #expect(!Terminal.isScreen(ends[1], traits: able))
    #expect(!Terminal.isScreen(pty.slave, traits: TerminalTraits { ["TERM": "dumb"][$0] }))
  }

  private static let now = ScreenScene.time("2026-11-23T14:03:00Z")

  private func terminal(on pty: PseudoTerminal, isTypedOn: Bool = false) -> Terminal {
    let traits = TerminalTraits { ["TERM": "xterm", "LANG": "C.UTF-8"][$0] }
    return Terminal(descriptor: pty.slave, traits: traits, isTypedOn: isTypedOn)
  }

  private func screen(on pty: PseudoTerminal, typedLane: String? = nil, bell: Bool = false) throws -> Screen {
    let facts = ScreenFacts(station: "s", rules: "rules", typedLane: typedLane, bell: bell)
    return Screen(facts: facts, terminal: terminal(on: pty, isTypedOn: typedLane != nil)) { Self.now }
  }
}
