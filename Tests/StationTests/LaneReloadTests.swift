import Gating
import Scanning
import Testing

@testable import Station

@Suite("A lane under another configuration")
struct LaneReloadTests {
  @Test("clears a PASS on reload, and lets a verdict in flight end under the rules it began with")
  func reload() {
    var bench = LaneBench()
    var rules = LaneRules(
      station: "FINAL-3", lane: "1", extraction: Extraction(), gate: Gate(), configuration: "sha256:new")
    rules.gate.policy = .lastRun
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.receive(.reload(rules))
    #expect(bench.machine.view.word == "READY")
    bench.wait(400)
    bench.scan("A1")
    #expect(bench.asked.count == 2, "a number judged by other rules is asked anew")
    #expect(bench.asked.map(\.configuration) == ["sha256:test", "sha256:new"])
    #expect(bench.asked.map(\.gate.policy) == [.creatingRun, .lastRun])
    bench.receive(.reload(LaneRules(station: "", lane: "1", extraction: .init(), gate: Gate(), configuration: "x")))
    bench.answer(1, .pass)
    #expect(bench.last?.summary == "A1 PASS unseen")
    #expect(bench.last?.configuration == "sha256:new")
    #expect(bench.machine.view.word == "READY")
  }

  @Test("is not disturbed by a configuration that differs in other things, and its records name that one")
  func otherConfiguration() {
    var bench = LaneBench()
    func reload(_ configuration: String) {
      bench.receive(
        .reload(
          LaneRules(
            station: "FINAL-3", lane: "1", extraction: Extraction(), gate: Gate(), configuration: configuration)))
    }
    bench.scan("A1")
    reload("sha256:b")
    bench.answer(0, .pass)
    #expect(bench.last?.summary == "A1 PASS")
    #expect(bench.last?.configuration == "sha256:test", "it was asked under that")
    reload("sha256:c")
    #expect(bench.machine.view.word == "PASS")
    bench.wait(2000)
    bench.scan("A2")
    bench.answer(1, .pass)
    #expect(bench.last?.configuration == "sha256:c")
  }

  @Test("keeps the field clear for a scan that is being typed when other rules come")
  func reloadWhileTyping() {
    var bench = LaneBench()
    bench.scan("A1")
    bench.answer(0, .pass)
    bench.begin()
    var rules = LaneRules(
      station: "FINAL-3", lane: "1", extraction: Extraction(), gate: Gate(), configuration: "sha256:new")
    rules.gate.policy = .lastRun
    bench.receive(.reload(rules))
    #expect(bench.machine.view.word == "reading")
  }
}
