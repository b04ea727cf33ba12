import Devices
import Foundation
import Gating
import Scanning
import Testing

@testable import Station

/// What the operator sees, cell for cell: `Frames/NAME.txt`.
@Suite struct ScreenFrameTests {
  @Test("a frame is the one drawn in its file", arguments: Shot.all)
  func frame(_ shot: Shot) throws {
    var scene = shot.facts.map { ScreenScene(facts: $0, api: shot.api) } ?? ScreenScene(api: shot.api)
    try shot.play(&scene)
    let text = scene.canvas(shot.width, shot.height).text(utf8: shot.isUTF8)
    if let folder = ProcessInfo.processInfo.environment["SCANGATE_DRAW_FRAMES"] {
      try text.write(toFile: "\(folder)/\(shot.name).txt", atomically: true, encoding: .utf8)
    }
    let file = try #require(Bundle.module.url(forResource: shot.name, withExtension: "txt", subdirectory: "Frames"))
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(shot.name):\n\(text)")
  }

  struct Shot: Sendable, CustomTestStringConvertible {
    var name: String
    var width = 80
    var height = 24
    var isUTF8 = true
    var facts: ScreenFacts?
    var api = StationChange.State.ready
    let play: @Sendable (inout ScreenScene) throws -> Void

    var testDescription: String { name }
  }
}

extension ScreenFrameTests.Shot {
  static let all: [Self] =
    views
    + [(40, 10), (200, 60)].flatMap { width, height in
      views.prefix(5).map { view in
        var shot = view
        (shot.name, shot.width, shot.height) = ("\(view.name)-\(width)x\(height)", width, height)
        return shot
      }
    }
    + views.prefix(3).map { view in
      var shot = view
      (shot.name, shot.isUTF8) = ("\(view.name)-ascii", false)
      return shot
    } + several + scanners + lights

  private static let latest = "2026-11-23T14:03:07Z"

  private static let views: [Self] = [
    Self(name: "pass") { scene in
      try scene.scanBefore()
      scene.show(try .pass("SN-2024-001234", at: latest))
    },
    Self(name: "fail") { scene in
      try scene.scanBefore()
      scene.show(try .fail("SN-2024-001235", at: latest))
    },
    Self(name: "no-verdict") { scene in
      try scene.scanBefore()
      scene.show(.noVerdict("SN-2024-001236", .timeout, "no answer from TofuPilot within 5 s", at: latest))
    },
    Self(name: "hold", api: .hold) { scene in
      scene.show(.noVerdict("SN-2024-001236", .timeout, "no answer from TofuPilot within 5 s", at: latest))
      let since = ScreenScene.time("2026-11-23T13:51:30Z")
      scene.show(.hold(HoldCause(code: .unreachable, detail: "connection refused by 10.0.0.7:443", since: since)))
    },
    Self(name: "ready") { scene in
      try scene.scanBefore()
      scene.show(.ready)
    },
    Self(name: "scanner-lost") { scene in
      try scene.scanBefore()
      let since = ScreenScene.time("2026-11-23T14:03:12Z")
      scene.show(.scannerLost(LostScanner(name: "Voyager 1400g", cause: .gone(.unplugged), since: since)))
    },
    Self(name: "checking") { scene in
      try scene.scanBefore()
      scene.show(.checking(try .of("SN-2024-001237")))
    },
    Self(name: "reading") { scene in
      try scene.scanBefore()
      scene.show(.reading)
    },
    Self(name: "stopping") { $0.show(.stopping) },
    Self(name: "no-scanner") { _ in },
    Self(name: "pass-by-rule") { scene in
      var gate = Gate()
      gate.allowedOutcomes = [.pass, .aborted]
      scene.show(try .judged("SN-2024-001234", at: latest, gate: gate, run: .of(.aborted)))
    },
    Self(name: "not-tested") { $0.show(try .judged("SN-2024-001234", at: latest, run: nil)) },
    Self(name: "box-label") { scene in
      let label = "]C1\u{1B}[2J\u{202E}(01)0950 箱"
      scene.show(.noVerdict(label, .badScan, "\"\u{1B}\" cannot be in a serial number", at: latest))
    },
  ]

  private static let several: [Self] = [
    Self(name: "two-lanes") { scene in
      try scene.scanBefore(on: "2")
      scene.show(try .fail("SN-2024-001235", at: latest, on: "2"))
      scene.show(try .pass("SN-2024-001234", at: latest))
    },
    Self(name: "two-lanes-amber") { scene in
      scene.show(.noVerdict("SN-2024-001236", .timeout, "no answer from TofuPilot within 5 s", at: latest))
      scene.show(.ready, on: "2")
    },
    Self(name: "five-lanes") { scene in
      scene.show(try .pass("SN-2024-001234", at: latest, on: "1"))
      scene.show(try .fail("SN-2024-001235", at: latest, on: "2"))
      scene.show(.noVerdict("SN-2024-001236", .timeout, "no answer within 5 s", at: latest, on: "3"))
      scene.show(.ready, on: "10")
      scene.show(.checking(try .of("SN-2024-001237")), on: "9")
    },
    Self(
      name: "demo",
      facts: ScreenFacts(
        station: "demo", rules: "rules: first run must be PASS", words: ["DEMO"],
        hints: ["type SN-2024-001234  a unit whose first run is PASS", "type SN-2024-001235  FAIL"], typedLane: "typed")
    ) { scene in
      scene.tell(.station(StationChange(at: scene.now, station: "demo", state: .ready, api: .up(standIn: true))))
      scene.show(.ready, on: "typed")
    },
  ]
}

extension Ticket {
  static func of(_ number: String) throws -> Ticket {
    let time = EventTime(nanoseconds: 0)
    return Ticket(
      id: ID(number: 1), scan: Scan(text: number, began: time, ended: time), serialNumber: try SerialNumber(number),
      configuration: "sha256:test", gate: Gate())
  }
}
