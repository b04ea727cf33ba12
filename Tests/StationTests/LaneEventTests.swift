import Devices
import Gating
import Scanning
import Testing

@testable import Station

@Suite("A lane, whatever befalls it")
struct LaneEventTests {
  @Test("shows HOLD in READY's place, and each scan still asks")
  func hold() {
    var bench = LaneBench()
    let cause = HoldCause(code: .unreachable, detail: "no route", since: UTCTime(nanoseconds: 0))
    bench.receive(.hold(cause))
    #expect(bench.machine.view.word == "HOLD")
    bench.scan("A1")
    #expect(bench.asked.count == 1)
    bench.answer(0, .pass)
    bench.pass(3000)
    #expect(bench.machine.view.word == "HOLD")
    bench.receive(.hold(nil))
    #expect(bench.machine.view.word == "READY")
  }

  @Test("takes no scan that another began into, and takes the next")
  func mixedScans() {
    var bench = LaneBench()
    let began = bench.now.monotonic
    bench.begin()
    bench.wait(5)
    bench.scan("345")
    bench.receive(.scanner(.scan(Scan(text: "12", began: began, ended: bench.now.monotonic))))
    #expect(bench.asked.isEmpty)
    #expect(bench.told.map(\.summary) == ["345 NO VERDICT scan_cut", "12 NO VERDICT scan_cut"])
    bench.wait(400)
    bench.scan("12345")
    bench.answer(0, .pass)
    #expect(bench.last?.summary == "12345 PASS")
  }

  private static let darkLight = HoldCause(
    code: .indicatorLost, detail: "the light does not answer", since: UTCTime(nanoseconds: 0))

  @Test("gives no PASS while it lacks what a PASS needs, and a FAIL all the same")
  func barred() {
    var bench = LaneBench()
    bench.receive(.bar(.indicatorLost, Self.darkLight))
    #expect(bench.machine.view.word == "HOLD")
    bench.scan("A1")
    bench.answer(0, .pass)
    #expect(bench.last?.summary == "A1 NO VERDICT indicator_lost")
    #expect(bench.last?.verdict.action == .hold)
    bench.wait(400)
    bench.scan("A2")
    bench.answer(1, .fail)
    #expect(bench.last?.summary == "A2 FAIL outcome_not_allowed indicator_lost")

    // Nobody was shown a PASS that could be shown again.
    bench.wait(400)
    bench.scan("A3")
    bench.answer(2, .pass)
    bench.receive(.bar(.indicatorLost, nil))
    bench.scan("A3")
    #expect(bench.asked.count == 4)
    bench.answer(3, .pass)
    #expect(bench.last?.summary == "A3 PASS")
  }

  @Test("takes a PASS off when it loses what a PASS needs, and is READY again with it")
  func barredLater() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.receive(.bar(.indicatorLost, Self.darkLight))
    #expect(bench.machine.view.word == "HOLD")
    bench.receive(.bar(.notRecorded, nil))
    #expect(bench.machine.view.word == "HOLD")
    bench.receive(.bar(.indicatorLost, nil))
    #expect(bench.machine.view.word == "READY")
    bench.wait(400)
    bench.scan("A2")
    bench.receive(.bar(.indicatorLost, Self.darkLight))
    bench.answer(1, .pass)
    #expect(bench.last?.summary == "A2 NO VERDICT indicator_lost")
  }

  @Test("clears a PASS and shows no answer once its scanner is gone")
  func detached() {
    var bench = LaneBench()
    let lost = LostScanner(name: "Voyager", cause: .gone(.unplugged), since: UTCTime(nanoseconds: 0))
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.receive(.detached(lost))
    #expect(bench.machine.view.word == "SCANNER LOST")
    bench.pass(5000)
    #expect(bench.machine.view.word == "SCANNER LOST")

    bench.receive(.attached)
    #expect(bench.machine.view.word == "READY")
    bench.scan("A2")
    bench.receive(.detached(lost))
    bench.answer(1, .pass)
    #expect(bench.last?.summary == "A2 PASS unseen")
    #expect(bench.machine.view.word == "SCANNER LOST")
  }

  @Test("tells what is in flight as interrupted when it stops")
  func stops() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(400)
    bench.scan("A2")
    bench.receive(.stop)
    #expect(bench.told.map(\.summary) == ["A1 NO VERDICT interrupted unseen", "A2 NO VERDICT interrupted"])
    #expect(bench.machine.isDone)
  }

  @Test("finishes when nothing is in flight any more")
  func finishes() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.receive(.finish)
    #expect(!bench.machine.isDone)
    bench.answer(0, .pass)
    #expect(bench.machine.isDone)
    #expect(bench.machine.view.word == "STOPPING", "nobody would take its PASS off")
  }

  @Test("takes no release for another number as a PASS")
  func otherRelease() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(1000)
    bench.scan("B2")
    let first = bench.asked[0].serialNumber
    let reply = Reply.unit(Unit(serialNumber: first.text), run: Run(outcome: .pass))
    bench.receive(.answered(bench.asked[1].id, Answer(verdict: bench.verdict(reply, on: first), attempts: 1)))
    #expect(bench.last?.summary == "B2 NO VERDICT serial_mismatch")
  }
}
