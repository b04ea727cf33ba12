import Gating
import Testing

@testable import Station

@Suite("What the screen says of the journal")
struct RecordedScreenTests {
  @Test(
    "a number that passed here before says when, with the date where that was another day",
    arguments: [
      ("2026-11-23T13:58:00Z", "this number passed 13:58 here"),
      ("2026-11-20T13:58:00Z", "this number passed 20 Nov 2026 13:58 here"),
    ])
  func passedBefore(time: String, note: String) throws {
    var scene = ScreenScene()
    var record = try VerdictRecord.pass("SN-2024-001234", at: "2026-11-23T14:03:07Z")
    record.passedBefore = ScreenScene.time(time)
    scene.show(record)
    #expect(scene.canvas().text().contains(" \(note) "))
    record.passedBefore = nil
    scene.show(record)
    #expect(!scene.canvas().text().contains("this number"))
  }

  @Test("a journal that is not required and does not work, and a disk that fills up, are words in the header")
  func header() {
    var scene = ScreenScene()
    let journal = JournalState(trouble: LaneBench.fullDisk, complaint: "…", isRequired: false, fullness: 99)
    for (state, words) in [(journal, "API OK · NOT RECORDED · DISK 99% FULL"), (nil, "API OK  ")] {
      scene.show(.ready)
      scene.tell(
        .station(
          StationChange(at: scene.now, station: "final gate", state: .ready, api: .up(standIn: false), journal: state)))
      #expect(scene.canvas().text().contains(words))
    }
  }

  @Test("a lane that is not recorded says so in READY's place, short enough for a small screen")
  func hold() {
    var scene = ScreenScene()
    scene.show(.hold(LaneBench.fullDisk))
    #expect(scene.canvas().text().contains("[not_recorded]"))
    #expect(!scene.canvas().text().contains("API DOWN"))
  }
}
