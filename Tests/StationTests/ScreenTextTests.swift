import Devices
import Gating
import Scanning
import Testing

@testable import Station

/// Hostile text, and verdicts told apart without a colour.
@Suite struct ScreenTextTests {
  // By index: as arguments the test runner would print them raw.
  private static let hostile = [
    "\u{1B}[2J\u{1B}]0;owned\u{07}", "\u{202E}SSAP\u{202C}", "a\u{300}\u{301}\u{302}b", "箱号テスト", "👩‍👩‍👧‍👦🇨🇭",
    "\u{9B}31m\u{9D}x\u{9C}", "line\nfeed\r\ttab", "\u{200B}\u{FEFF}\u{2060}", "█▀▄▌░", "ｆｕｌｌ ﷽",
    "\u{AD}\u{FFFD}\u{E000}",
    String(repeating: "long ", count: 2000), "\u{2028}\u{2029}\u{85}", "é·ßÿĀſΩЖ…",
  ]

  @Test("whatever a barcode or a server says, rows are as wide as the screen and harmless", arguments: hostile.indices)
  func hostileTextStaysText(_ index: Int) throws {
    for (width, height) in [(80, 24), (40, 10), (12, 5), (3, 2), (1, 1)] {
      for canvas in try Self.canvases(of: Self.hostile[index], width, height) {
        #expect(canvas.rows.count == height)
        for row in canvas.rows {
          #expect(row.count == width)
          #expect(row.allSatisfy { Self.isHarmless($0.mark) }, "\(row.map(\.mark))")
        }
      }
    }
  }

  @Test("a frame holds no bytes but its own sequences and harmless marks", arguments: hostile.indices)
  func frameHoldsNothingElse(_ index: Int) throws {
    let traits = TerminalTraits { ["LANG": "C.UTF-8"][$0] }
    for canvas in try Self.canvases(of: Self.hostile[index], 80, 24) {
      let frame = Frame(canvas: canvas, traits: traits).text
      let rest = frame.replacing(/\u{1B}\[[0-9;?]*[Hmhl]/, with: "")
      #expect(rest.unicodeScalars.count == 80 * 24)
      #expect(rest.unicodeScalars.allSatisfy(Self.isHarmless))
    }
  }

  @Test("without UTF-8 and without colours a frame is ASCII and asks for none")
  func plainTerminal() throws {
    let traits = TerminalTraits { ["NO_COLOR": "1", "LANG": "C"][$0] }
    for canvas in try Self.canvases(of: "SN·1…", 80, 24) {
      let frame = Frame(canvas: canvas, traits: traits).text
      #expect(frame.utf8.allSatisfy { $0 < 0x80 })
      #expect(!frame.contains(/\u{1B}\[[0-9;]*[34][0-7]m/))
    }
  }

  @Test("without colours each word is another picture, not other letters only")
  func shapesDiffer() throws {
    let canvases = Array(try Self.canvases(of: "SN-1", 80, 24).prefix(6))
    for (index, one) in canvases.enumerated() {
      for other in canvases[(index + 1)...] {
        let differing = zip(one.rows.joined(), other.rows.joined()).count { $0.mark != $1.mark }
        #expect(differing > 80 * 24 / 10, "\(one.text())\(other.text())")
      }
    }
    let filled = canvases.map { canvas in canvas.rows.joined().count { $0.mark == "█" } }
    #expect(filled[0] > 2 * (filled.dropFirst().max() ?? 0), "PASS alone is filled: \(filled)")
  }

  @Test("the end of a number stays where it does not fit, and a short one is spread")
  func numbers() {
    #expect(text(CellText("SN-12345").spread(to: 15)) == "S N - 1 2 3 4 5")
    #expect(text(CellText("SN-12345").spread(to: 14)) == "SN-12345")
    #expect(text(CellText("SN-12345").spread(to: 6)) == "…12345")
    #expect(text(CellText("SN-12345").clipped(to: 6)) == "SN-12…")
    #expect(
      CellText("STOP. Put it on REWORK.").wrapped(to: 10, rows: 9).map(text) == ["STOP. Put", "it on", "REWORK."])
    #expect(CellText("STOP. Put it on REWORK.").wrapped(to: 10, rows: 2).map(text) == ["STOP. Put", "it on REW…"])
    #expect(CellText("SN-2024-001234").wrapped(to: 10, rows: 9).map(text) == ["SN-2024-00", "1234"])
  }

  /// PASS, FAIL, NO VERDICT, HOLD, SCANNER LOST, READY, and what shows no answer, with the text wherever others write.
  private static func canvases(of text: String, _ width: Int, _ height: Int) throws -> [Canvas] {
    let time = "2026-11-23T14:03:07Z"
    let part = Part(number: text, name: text, revisionNumber: text)
    var run = Run.of(.pass)
    run.procedure = text
    var failed = run
    failed.outcome = .fail
    let since = ScreenScene.time(time)
    let views: [LaneView] = [
      .verdict(try .judged("SN-1", at: time, run: run, part: part)),
      .verdict(try .judged("SN-1", at: time, run: failed, part: part)),
      .verdict(.noVerdict(text, .badScan, text, at: time)),
      .hold(HoldCause(code: .unreachable, detail: text, since: since)),
      .scannerLost(LostScanner(name: text, cause: .unusable(DeviceError(.open, text, code: 13)), since: since)),
      .ready, .reading, .stopping,
    ]
    return views.map { view in
      var scene = ScreenScene(facts: ScreenFacts(station: text, rules: text, words: [text], hints: [text]))
      scene.show(.noVerdict(text, .badScan, text, at: time))
      scene.show(view)
      return scene.canvas(width, height)
    }
  }

  private static func isHarmless(_ mark: Unicode.Scalar) -> Bool {
    switch mark.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x17F, 0x391...0x3C9, 0x401...0x451: true
    default: ["█", "▀", "▄", "…"].contains(mark)
    }
  }

  private func text(_ cells: CellText) -> String {
    String(String.UnicodeScalarView(cells.scalars))
  }
}
