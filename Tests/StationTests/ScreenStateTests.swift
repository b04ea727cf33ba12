import Gating
import Scanning
import Testing

@testable import Station

/// What the screen makes of what it is told.
@Suite struct ScreenStateTests {
  @Test("lanes keep their places whatever order they come in")
  func lanePlaces() {
    var scene = ScreenScene()
    for lane in ["10", "2", "1"] { scene.show(.ready, on: lane) }
    #expect(headers(scene).map { $0.prefix(9) } == [" LANE 1 ·", " LANE 2 ·", " LANE 10 "])
  }

  @Test("the configuration's lanes come in its order, and no other is shown")
  func chosenLanes() {
    var scene = ScreenScene(facts: ScreenFacts(station: "s", rules: "", lanes: ["left", "b"]))
    for lane in ["b", "c", "left"] { scene.show(.ready, on: lane) }
    #expect(headers(scene).map { $0.prefix(9) } == [" LANE lef", " LANE b ·"])
  }

  @Test("a lane in trouble says so in its own header, whatever the station said last")
  func apiState() {
    var scene = ScreenScene()
    scene.show(.hold(HoldCause(code: .timeout, detail: "", since: scene.now)), on: "1")
    scene.show(.hold(HoldCause(code: .notRecorded, detail: "", since: scene.now)), on: "2")
    #expect(headers(scene).map { $0.contains("API DOWN") } == [true, false])
  }

  @Test("a light whose lane there is not is missing on the lanes that have none")
  func strayLight() {
    var scene = ScreenScene()
    for lane in ["1", "2"] { scene.show(.ready, on: lane) }
    for (lane, cause) in [("1", ""), ("x", "no lane")] {
      let change = IndicatorChange(
        at: scene.now, lane: lane, state: cause.isEmpty ? .attached : .detached, indicator: "l", cause: cause)
      scene.tell(.indicator(change))
    }
    #expect(headers(scene).map { $0.contains("NO LIGHT") } == [false, true])
  }

  @Test("a stand-in's verdict says STAND-IN")
  func standIn() throws {
    var scene = ScreenScene()
    var record = try VerdictRecord.pass("SN-1", at: "2026-11-23T14:03:07Z")
    record.standIn = true
    scene.show(record)
    #expect(headers(scene)[0].contains("STAND-IN"))
  }

  @Test("yesterday's counts are not today's")
  func countsOfToday() throws {
    var scene = ScreenScene()
    scene.show(try .pass("SN-1", at: "2026-11-22T23:59:59Z"))
    scene.show(.ready)
    #expect(scene.canvas().text().contains("today:  no scan yet"))
    scene.show(try .pass("SN-1", at: "2026-11-23T00:00:01Z"))
    #expect(scene.canvas().text().contains("today:  1 scan   1 pass"))
  }

  @Test("an overtaken answer counts, and stands nowhere else")
  func overtaken() throws {
    var scene = ScreenScene()
    scene.show(.ready)
    var record = try VerdictRecord.pass("SN-LATE", at: "2026-11-23T14:03:07Z")
    record.shown = false
    scene.tell(.verdict(record))
    let text = scene.canvas().text()
    #expect(text.contains("1 pass") && !text.contains("LATE"))
  }

  @Test("of the first key's reading nothing of the verdict is left")
  func readingClears() throws {
    var scene = ScreenScene()
    scene.show(try .pass("SN-1", at: "2026-11-23T14:03:07Z"))
    scene.show(.reading)
    #expect(!scene.canvas().text().contains("█"))
  }

  @Test("a NO VERDICT's border flashes each second; all else waits for the clock's next minute")
  func wakes() throws {
    var scene = ScreenScene()
    scene.show(.ready)
    #expect(scene.state.nextChange(after: scene.now) == .seconds(12))
    scene.show(.noVerdict("SN-1", .timeout, "", at: "2026-11-23T14:03:07Z"))
    #expect(scene.state.nextChange(after: scene.now) == .seconds(1))
    let first = scene.canvas()
    scene.now.nanoseconds += 1_000_000_000
    let second = scene.canvas()
    #expect(first != second)
    let inside = zip(first.rows, second.rows).dropFirst(2).dropLast(3)
    #expect(inside.allSatisfy { $0.dropFirst(2).dropLast(2).elementsEqual($1.dropFirst(2).dropLast(2)) })
  }

  @Test("a reload is told on READY")
  func reload() {
    var scene = ScreenScene()
    scene.show(.ready)
    let broken = StationChange(at: scene.now, station: "s", state: .refused, cause: "line 3: unknown key")
    let changed = StationChange(at: scene.now, station: "s", state: .reloaded, changes: ["gate.policy", "screen.bell"])
    let same = StationChange(at: scene.now, station: "s", state: .reloaded, cause: "nothing changed")
    scene.tell(.station(changed))
    scene.tell(.station(same))
    #expect(scene.canvas().text().contains("rules changed 14:03: gate.policy, screen.bell"))
    scene.tell(.station(broken))
    #expect(scene.canvas().text().contains("rules not changed 14:03: line 3: unknown key"))
    #expect(scene.canvas().text().split(separator: "\n")[0].contains("RULES FILE BROKEN"))
    scene.tell(.station(same))
    #expect(!scene.canvas().text().contains("RULES") && !scene.canvas().text().contains("rules not"))
  }

  @Test("a lane that has ended leaves its rows to the others; the last one says that it has")
  func endedLane() {
    var scene = ScreenScene()
    scene.show(.ready)
    scene.show(.ready, on: "2")
    scene.show(.stopping)
    #expect(!scene.canvas().text().contains("LANE 1") && scene.canvas().text().contains("LANE 2"))
    scene.show(.stopping, on: "2")
    #expect(scene.canvas().text().contains("LANE 1"))
  }

  @Test("what is odd about a lane's scanner stands under READY until the lane's next verdict")
  func remark() throws {
    var scene = ScreenScene()
    scene.show(.ready)
    scene.show(.ready, on: "2")
    let twins = ScannerChange(
      at: scene.now, lane: "1", state: .attached, scanner: "s", cause: "have twins", isForOperator: true)
    scene.tell(.scanner(twins))
    #expect(scene.canvas().text().contains("have twins"))
    scene.show(try .pass("SN-1", at: "2026-11-23T14:03:07Z", on: "2"))
    #expect(scene.canvas().text().contains("have twins"))
    scene.show(try .pass("SN-1", at: "2026-11-23T14:03:07Z"))
    scene.show(.ready)
    #expect(!scene.canvas().text().contains("have twins"))
    scene.tell(.scanner(twins))
    scene.tell(.scanner(ScannerChange(at: scene.now, lane: "1", state: .attached, scanner: "s", cause: "on p1 before")))
    #expect(!scene.canvas().text().contains("have twins") && !scene.canvas().text().contains("on p1"))
  }

  @Test("a scanner without a lane, and a station that sees none come, are told as long as that holds")
  func strangers() {
    var scene = ScreenScene()
    scene.show(.ready)
    func tell(_ state: ScannerChange.State, _ scanner: String, _ cause: String = "") -> String {
      scene.tell(.scanner(ScannerChange(at: scene.now, lane: nil, state: state, scanner: scanner, cause: cause)))
      return scene.canvas().text()
    }
    #expect(tell(.unclaimed, "Xenon on p3", "new here").contains("Xenon on p3: new here"))
    let known = tell(.unclaimed, "Xenon on p3", "of lane 2")
    #expect(known.contains("Xenon on p3: of lane 2") && !known.contains("new here"))
    #expect(tell(.detached, "Xenon on p4").contains("Xenon on p3"))
    #expect(!tell(.detached, "Xenon on p3").contains("Xenon"))
    #expect(tell(.unwatched, "udev", "cannot watch /sys").contains("cannot watch /sys"))
    #expect(!tell(.watched, "udev").contains("/sys"))
  }

  private func headers(_ scene: ScreenScene) -> [String] {
    scene.canvas().text().split(separator: "\n").map(String.init).filter { $0.contains("LANE") }
  }
}
