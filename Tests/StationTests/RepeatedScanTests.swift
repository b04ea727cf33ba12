import Gating
import Scanning
import Testing

@testable import Station

@Suite("Two scans close together")
struct RepeatedScanTests {
  @Test("of one number: the verdict is shown again without a call, within the window")
  func shownAgain() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.wait(1490)
    bench.scan("a1")
    #expect(bench.asked.count == 1)
    #expect(bench.told.map(\.summary) == ["A1 PASS", "a1 PASS"])
    #expect(bench.last?.attempts == 0)
    #expect(bench.machine.view.isPass)
  }

  @Test("of one number: asked anew past the window, which a repeat does not prolong")
  func asksAnew() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.wait(1000)
    bench.scan("A1")
    bench.wait(1000)
    bench.scan("A1")
    #expect(bench.asked.count == 2)
  }

  @Test("of one number: a NO VERDICT is always asked anew")
  func noVerdict() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .failed(.timeout, detail: ""))
    bench.wait(400)
    bench.scan("A1")
    #expect(bench.asked.count == 2)
  }

  @Test("of one number: nothing is taken from memory once another number came between")
  func otherBetween() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.wait(400)
    bench.scan("A2")
    bench.answer(1, .fail)
    bench.wait(400)
    bench.scan("A1")
    #expect(bench.asked.count == 3)
  }

  @Test("of one number in flight: one question, an answer for each scan")
  func joined() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(100)
    bench.scan("A1")
    #expect(bench.asked.count == 1)
    bench.answer(0, .pass)
    #expect(bench.told.map(\.summary) == ["A1 PASS", "A1 PASS"])
    #expect(bench.told.map(\.attempts) == [1, 0])
    #expect(bench.machine.view.isPass)
  }

  @Test("of two numbers: NO VERDICT for both, whether the first is in flight or was shown", arguments: [false, true])
  func twoLabels(firstWasShown: Bool) {
    var bench = LaneBench()
    bench.scan("A1")
    if firstWasShown { bench.answer(0, .pass) }
    bench.wait(300)
    bench.scan("B2")
    let both = ["A1 NO VERDICT two_labels", "B2 NO VERDICT two_labels"]
    #expect(bench.told.map(\.summary) == (firstWasShown ? ["A1 PASS"] : []) + both)
    #expect(bench.asked.count == 1)
    #expect(bench.machine.view.word == "NO VERDICT")
    bench.answer(0, .pass)
    #expect(bench.last?.summary == "B2 NO VERDICT two_labels", "a late answer of the first is nobody's")
    bench.wait(100)
    bench.scan("C3")
    #expect(bench.last?.summary == "C3 NO VERDICT two_labels")
    #expect(bench.told.count == (firstWasShown ? 4 : 3), "the second is not told twice")
  }

  @Test("of two numbers: the first is in view for as long as it is read again", arguments: [false, true])
  func stillInView(isAnswered: Bool) {
    var bench = LaneBench()
    bench.scan("A1")
    if isAnswered { bench.answer(0, .pass) }
    bench.wait(1000)
    bench.scan("A1")
    bench.wait(100)
    bench.scan("B2")
    #expect(bench.last?.summary == "B2 NO VERDICT two_labels")
    #expect(bench.asked.count == 1)
    #expect(!bench.machine.view.isPass)
  }

  @Test("of two numbers: the second, read again at once, is no clearer")
  func secondAgain() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(100)
    bench.scan("B2")
    bench.wait(100)
    bench.scan("B2")
    #expect(bench.asked.count == 1)
    #expect(bench.last?.summary == "B2 NO VERDICT two_labels")
    bench.wait(400)
    bench.scan("B2")
    #expect(bench.asked.count == 2)
  }

  @Test("of two numbers: every scan that waited for the first is told")
  func joinedAndTwoLabels() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(50)
    bench.scan("A1")
    bench.wait(50)
    bench.scan("B2")
    #expect(
      bench.told.map(\.summary)
        == ["A1 NO VERDICT two_labels", "A1 NO VERDICT two_labels", "B2 NO VERDICT two_labels"])
  }

  @Test("of one number in flight for longer than the window: asked anew")
  func slowAnswer() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(2000)
    bench.scan("A1")
    #expect(bench.asked.count == 2)
    bench.answer(0, .failed(.timeout, detail: ""))
    #expect(bench.last?.summary == "A1 NO VERDICT timeout unseen")
    bench.answer(1, .pass)
    #expect(bench.machine.view.isPass)
  }

  @Test("of two numbers: two questions past 300 ms, and at any distance where two_labels is off")
  func separate() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(301)
    bench.scan("B2")
    #expect(bench.asked.count == 2)

    var off = LaneBench(gate: Gate(twoLabels: .zero))
    off.scan("A1")
    off.scan("B2")
    #expect(off.asked.count == 2)
  }

  @Test("of two numbers, three times: two slips do not call the lead")
  func slipsCountOnce() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.scan("B2")
    bench.wait(1000)
    bench.scan("A1")
    bench.scan("B2")
    #expect(bench.last?.verdict.action == .scanAgain)
  }
}
