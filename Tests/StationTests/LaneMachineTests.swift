import Gating
import Scanning
import Testing

@testable import Station

@Suite("A lane")
struct LaneMachineTests {
  @Test("asks for a whole scan and shows its answer")
  func shows() {
    var bench = LaneBench()
    bench.scan("A1")
    #expect(bench.machine.view.word == "reading")
    bench.wait(20)
    bench.answer(0, .pass)
    #expect(bench.told.map(\.summary) == ["A1 PASS"])
    #expect(bench.machine.view.isPass)
    #expect(bench.last?.latency == .milliseconds(20))
    #expect(bench.last?.attempts == 1)
  }

  @Test("shows CHECKING only past 150 ms")
  func checking() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.pass(149)
    #expect(bench.machine.view.word == "reading")
    bench.pass(1)
    #expect(bench.machine.view.word == "CHECKING")
    bench.answer(0, .fail)
    #expect(bench.machine.view.word == "FAIL")
  }

  @Test("lets a PASS stand for pass_time and a FAIL until the next scan")
  func momentary() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.pass(2999)
    #expect(bench.machine.view.isPass)
    bench.pass(1)
    #expect(bench.machine.view.word == "READY")
    bench.scan("A2")
    bench.answer(1, .fail)
    bench.pass(3_600_000)
    #expect(bench.machine.view.word == "FAIL")
  }

  @Test("takes a PASS off at the first key of the next scan, and a FAIL at its terminator")
  func firstKey() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.wait(1000)
    bench.begin()
    #expect(bench.machine.view.word == "reading")

    var other = LaneBench()
    other.scan("A1")
    other.answer(0, .fail)
    other.wait(1000)
    let began = other.now.monotonic
    other.begin()
    #expect(other.machine.view.word == "FAIL")
    other.receive(.scanner(.scan(Scan(text: "A2", began: began, ended: began + .milliseconds(10)))))
    #expect(other.machine.view.word == "reading")
  }

  @Test("shows no answer that was overtaken by the next scan's first key")
  func overtakenByKey() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(500)
    bench.begin()
    bench.answer(0, .pass)
    #expect(bench.told.map(\.summary) == ["A1 PASS unseen"])
    #expect(bench.views.allSatisfy { !$0.isPass })
  }

  @Test("shows the newest scan's answer whichever comes first")
  func newestOwns() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.wait(400)
    bench.scan("A2")
    bench.answer(1, .fail)
    bench.answer(0, .pass)
    #expect(bench.told.map(\.summary) == ["A2 FAIL outcome_not_allowed", "A1 PASS unseen"])
    #expect(bench.machine.view.word == "FAIL")
    #expect(bench.views.allSatisfy { !$0.isPass })
  }

  @Test("asks for the serial number in a GS1 code whose AIM identifier came beside it")
  func symbology() {
    var bench = LaneBench()
    bench.scan("010952123454321321SN-1", symbology: AIMIdentifier(beginning: "]C1"))
    #expect(bench.asked.map(\.serialNumber.text) == ["SN-1"])
    bench.answer(0, .pass)
    #expect(bench.last?.json.closed.contains(#""symbology":"]C1""#) == true, "it is told, to be read again later")
  }

  @Test(
    "tells a spoiled scan without a call",
    arguments: [
      (ScanFault.overrun, ReasonCode.scanOverrun), (.paused, .scanCut), (.detached, .scanCut),
      (.begunBeforeGrab, .scanCut), (.unknownKey(KeyCode(rawValue: 99)), .badScan), (.tooLong, .badScan),
      (.malformedReport, .badScan),
    ])
  func spoiled(fault: ScanFault, code: ReasonCode) {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.wait(1000)
    bench.scan("A", fault: fault)
    #expect(bench.asked.count == 1)
    #expect(bench.last?.summary == "A NO VERDICT \(code.rawValue)")
    #expect(bench.last?.attempts == 0)
    #expect(bench.machine.view.word == "NO VERDICT")
  }

  @Test("tells what is no serial number without a call", arguments: ["A B", "../runs", "A?x=1", "\u{1B}[2J", ".."])
  func badScan(text: String) {
    var bench = LaneBench()
    bench.scan(text)
    #expect(bench.asked.isEmpty)
    #expect(bench.last?.verdict.findings.map(\.code) == [.badScan])
  }

  @Test("drops the oldest of more than eight scans in flight")
  func superseded() {
    var bench = LaneBench()
    for index in 0...8 {
      bench.scan("A\(index)")
      bench.wait(1000)
    }
    #expect(bench.told.map(\.summary) == ["A0 NO VERDICT superseded unseen"])
    #expect(bench.abandoned == [bench.asked[0].id])
    bench.answer(0, .pass)
    #expect(bench.told.count == 1)
  }

  @Test("calls the lead at the third scan_again in a row")
  func escalates() {
    var bench = LaneBench()
    for index in 0..<4 {
      bench.scan("A\(index)")
      bench.answer(index, .failed(.timeout, detail: ""))
      bench.wait(1000)
    }
    #expect(bench.told.map(\.verdict.action) == [.scanAgain, .scanAgain, .hold, .hold])
    #expect(bench.last?.verdict.imperative == "HOLD. Call the lead.")
    bench.scan("A5")
    bench.answer(4, .fail)
    bench.wait(1000)
    bench.scan("A6")
    bench.answer(5, .unknownUnit)
    #expect(bench.last?.verdict.action == .scanAgain)
  }
}
