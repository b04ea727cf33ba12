import Gating
import Testing

@testable import Station

@Suite("A lane whose journal cannot record")
struct UnrecordedVerdictTests {
  private var bench = LaneBench(isRecorded: true)

  @Test("a verdict that cannot be recorded is none; a FAIL stays one; each is kept for later")
  mutating func refused() {
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.refuse()
    #expect(bench.last?.summary == "A1 NO VERDICT not_recorded")
    #expect(bench.last?.verdict.findings.map(\.detail) == ["the disk is full"])
    #expect(bench.journal.last == "keep A1 NO VERDICT not_recorded closing 1")
    bench.wait(400)
    bench.scan("A1")
    #expect(bench.asked.count == 2, "nobody saw a PASS that could be shown again")
    bench.answer(1, .fail)
    bench.refuse()
    #expect(bench.last?.summary == "A1 FAIL outcome_not_allowed not_recorded")
    #expect(bench.machine.view.word == "FAIL")
  }

  @Test("says once why it records nothing, however often it hears of it")
  mutating func refusedAndBarred() {
    bench.receive(.bar(.notRecorded, LaneBench.fullDisk))
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.refuse()
    #expect(bench.last?.summary == "A1 NO VERDICT not_recorded")
  }

  @Test("shows what cannot be recorded all the same where the journal is not required")
  func notRequired() {
    var bench = LaneBench(isRecorded: true, needsRecord: false)
    bench.scan("A1")
    bench.answer(0, .pass)
    #expect(bench.told.isEmpty)
    bench.refuse()
    #expect(bench.last?.summary == "A1 PASS")
    #expect(bench.machine.view.isPass)
    #expect(bench.journal.last == "keep A1 PASS closing 1")
  }

  @Test("waits two seconds for a disk that does not answer, and takes its late answer back")
  mutating func hangingDisk() {
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.pass(1999)
    #expect(bench.machine.view.word == "CHECKING")
    bench.pass(1)
    #expect(bench.last?.summary == "A1 NO VERDICT not_recorded")
    #expect(bench.journal.last == "keep A1 NO VERDICT not_recorded closing 1")
    bench.commit()
    #expect(bench.journal.last == "withdraw 1")
    #expect(bench.told.count == 1)
    #expect(bench.machine.view.word == "NO VERDICT")
  }
}
