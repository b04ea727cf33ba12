import Gating
import Scanning
import Testing

@testable import Station

@Suite("A lane with a journal")
struct RecordedLaneTests {
  private var bench = LaneBench(isRecorded: true)

  @Test("enters a question, records its verdict, and shows it once it is committed")
  mutating func commitsFirst() {
    bench.scan("A1")
    #expect(bench.journal == ["enter 1: A1 NO VERDICT interrupted unseen"])
    bench.wait(20)
    bench.answer(0, .pass)
    #expect(bench.journal.last == "record A1 PASS closing 1")
    #expect(bench.told.isEmpty)
    #expect(bench.machine.view.word == "reading")
    bench.wait(5)
    bench.commit()
    #expect(bench.told.map(\.summary) == ["A1 PASS"])
    #expect(bench.machine.view.isPass)
    #expect(bench.last?.latency == .milliseconds(25), "until it is told, the disk's time included")
    #expect(bench.last?.recordingTime == .milliseconds(5))
    bench.pass(3000)
    #expect(bench.machine.view.word == "READY")
  }

  @Test("goes on as ever without one")
  func withoutJournal() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    #expect(bench.journal.isEmpty)
    #expect(bench.machine.view.isPass)
  }

  @Test("shows CHECKING past 150 ms, be it the disk that it waits for")
  mutating func slowDisk() {
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.pass(149)
    #expect(bench.machine.view.word == "reading")
    bench.pass(1)
    #expect(bench.machine.view.word == "CHECKING")
    bench.commit()
    #expect(bench.machine.view.isPass)
  }

  @Test("leaves what stands before a scan without a call until its verdict may be shown, and no longer than 150 ms")
  mutating func noFlicker() {
    bench.scan("A1")
    bench.answer(0, .fail)
    bench.commit()
    bench.wait(1000)
    bench.scan("A 1")
    #expect(bench.machine.view.word == "FAIL")
    bench.pass(149)
    #expect(bench.machine.view.word == "FAIL")
    bench.pass(1)
    #expect(bench.machine.view.word == "reading")
    bench.commit()
    #expect(bench.machine.view.word == "NO VERDICT")
    #expect(bench.journal.last == "record A 1 NO VERDICT bad_scan", "no question ends with it")
  }

  @Test("records what nobody is shown too, in the order it is told")
  mutating func inOrder() {
    bench.scan("A1")
    bench.wait(400)
    bench.scan("A2")
    bench.answer(1, .fail)
    bench.answer(0, .pass)
    bench.commit()
    bench.commit()
    #expect(bench.told.map(\.summary) == ["A2 FAIL outcome_not_allowed", "A1 PASS unseen"])
    #expect(
      bench.journal.suffix(2) == ["record A2 FAIL outcome_not_allowed closing 2", "record A1 PASS unseen closing 1"])
    #expect(bench.machine.view.word == "FAIL")
  }

  @Test("records a verdict that is shown again, and each scan that waited for one answer")
  mutating func shownAgain() {
    bench.scan("A1")
    bench.wait(100)
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.commit()
    bench.commit()
    bench.wait(400)
    bench.scan("A1")
    #expect(!bench.machine.view.isPass)
    bench.commit()
    #expect(bench.machine.view.isPass)
    #expect(
      bench.journal == [
        "enter 1: A1 NO VERDICT interrupted unseen", "record A1 PASS closing 1", "record A1 PASS", "record A1 PASS",
      ])
  }

  @Test("records what is in flight as it stops, and is done when all of it is on the disk")
  mutating func stops() {
    bench.scan("A1")
    bench.wait(400)
    bench.scan("A2")
    bench.receive(.stop)
    bench.scan("A3")
    #expect(!bench.machine.isDone)
    bench.commit()
    #expect(!bench.machine.isDone)
    bench.commit()
    #expect(bench.told.map(\.summary) == ["A1 NO VERDICT interrupted unseen", "A2 NO VERDICT interrupted"])
    #expect(bench.machine.isDone)
    #expect(bench.asked.count == 2)
  }

  @Test("finishes only when its last verdict is on the disk")
  mutating func finishes() {
    bench.scan("A1")
    bench.receive(.finish)
    bench.answer(0, .pass)
    #expect(!bench.machine.isDone)
    bench.commit()
    #expect(bench.last?.summary == "A1 PASS")
    #expect(bench.machine.isDone)
  }

  @Test("takes a PASS off at the terminator, whoever was not heard to begin")
  mutating func terminatorAlone() {
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.commit()
    bench.wait(400)
    let now = bench.now.monotonic
    bench.receive(.scanner(.scan(Scan(text: "A 2", began: now, ended: now))))
    #expect(!bench.machine.view.isPass)
  }

  @Test("tells when a number passed here before, if that is known in time")
  mutating func passedBefore() {
    let earlier = UTCTime(nanoseconds: 42)
    bench.scan("A1")
    bench.receive(.passedBefore(bench.asked[0].id, earlier))
    bench.answer(0, .pass)
    bench.commit()
    #expect(bench.last?.passedBefore == earlier)
    bench.wait(400)
    bench.scan("A1")
    bench.commit()
    #expect(bench.last?.passedBefore == earlier, "shown again, it says the same")
    bench.wait(2000)
    bench.scan("A1")
    bench.answer(1, .pass)
    bench.receive(.passedBefore(bench.asked[1].id, earlier))
    bench.commit()
    #expect(bench.last?.passedBefore == nil, "nobody waits for it")
  }
}
