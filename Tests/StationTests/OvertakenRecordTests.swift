import Devices
import Gating
import Scanning
import Testing

@testable import Station

@Suite("A verdict that something overtakes while it is recorded")
struct OvertakenRecordTests {
  private var bench = LaneBench(isRecorded: true)

  /// What may come between commit and showing.
  enum Interruption: CaseIterable {
    case key, scan, detach, reload, stop

    func befall(_ bench: inout LaneBench) {
      switch self {
      case .key: bench.begin()
      case .scan: bench.scan("B2")
      case .detach:
        bench.receive(
          .detached(LostScanner(name: "Voyager", cause: .gone(.unplugged), since: UTCTime(nanoseconds: 0))))
      case .reload:
        var rules = bench.machine.rules
        rules.gate.twoLabels = .zero
        bench.receive(.reload(rules))
      case .stop: bench.receive(.stop)
      }
    }
  }

  @Test("shows nothing that was overtaken between commit and showing, and says so", arguments: Interruption.allCases)
  mutating func overtaken(by interruption: Interruption) {
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.wait(400)
    interruption.befall(&bench)
    bench.commit()
    #expect(bench.told.map(\.summary) == ["A1 PASS unseen"])
    #expect(bench.journal.contains("record A1 PASS closing 1"))
    #expect(bench.journal.last == "withdraw 1")
    #expect(bench.views.allSatisfy { !$0.isPass })
  }

  @Test("gives no PASS that something stands in the way of by the time it is committed")
  mutating func barredMeanwhile() {
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.receive(.bar(.indicatorLost, .lightNotOpened))
    bench.commit()
    #expect(bench.told.map(\.summary) == ["A1 PASS unseen"])
    #expect(bench.journal.last == "withdraw 1")
    #expect(bench.machine.view.word == "HOLD")
  }

  @Test("records both of two labels, and takes back the PASS that was being recorded")
  mutating func twoLabels() {
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.wait(100)
    bench.scan("B2")
    for _ in 0..<3 { bench.commit() }
    #expect(bench.told.map(\.summary) == ["A1 PASS unseen", "A1 NO VERDICT two_labels", "B2 NO VERDICT two_labels"])
    #expect(bench.journal.last == "withdraw 1")
    #expect(bench.machine.view.word == "NO VERDICT")
    #expect(bench.views.allSatisfy { !$0.isPass })
  }
}
