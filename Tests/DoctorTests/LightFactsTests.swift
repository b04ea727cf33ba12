import Devices
import Doctor
import Station
import Testing

@Suite("A light, looked at") struct LightFactsTests {
  private func check(_ outcome: LightFacts.Outcome, _ rights: NodeRights? = nil) -> Check {
    LightFacts(title: "lcus on /dev/scangate/light-1", outcome: outcome, rights: rights).check
  }

  @Test(
    "is ok where it opens or the agent has it, was not seen where only root can, and is a trouble else",
    arguments: [
      (.opened(isProven: true), .ok), (.opened(isProven: false), .ok), (.heldByAgent, .ok), (.hidden, .skipped),
      (.failed(.silent("/dev/ttyUSB0")), .trouble), (.noProfile("no such file"), .trouble), (.overdue, .trouble),
    ] as [(LightFacts.Outcome, Check.State)])
  func outcomes(outcome: LightFacts.Outcome, state: Check.State) {
    let check = check(outcome)
    #expect(check.state == state)
    #expect(check.text.hasPrefix("lcus on /dev/scangate/light-1: "))
    #expect((check.next == nil) == (state == .ok))
  }

  @Test("that answered a question of its own is told from one whose port merely opens")
  func proven() {
    #expect(check(.opened(isProven: true)).text.hasSuffix("answers"))
    #expect(check(.opened(isProven: false)).text.contains("its port opens"))
  }

  @Test("whose port the service may not write is a trouble, though root could open it", arguments: [0o640, 0o660])
  func rights(mode: UInt32) {
    let rights = NodeRights(group: "dialout", mode: mode, isWritten: true, isOurs: true, hasServiceGroup: true)
    #expect(check(.opened(isProven: true), rights).state == .trouble)
    var ours = rights
    ours.group = "scangate"
    #expect(check(.opened(isProven: true), ours).state == (mode == 0o660 ? .ok : .trouble))
  }
}
