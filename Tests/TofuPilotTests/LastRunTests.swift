import Gating
import Testing

@testable import TofuPilot

@Suite("The last run") struct LastRunTests {
  @Test(
    "comes from the one row of the list",
    arguments: [
      (#"{"data": [], "meta": {"has_more": false, "next_cursor": null}}"#, Reply.unknownUnit),
      (#"{"data": [{"serial_number": "SN-1"}, {"serial_number": "SN-1"}]}"#, .severalUnits(2)),
      (#"{"data": [{"serial_number": "SN-1", "last_run": null}]}"#, .unit(Unit(serialNumber: "SN-1"), run: nil)),
      (
        #"{"data": [{"serial_number": "SN-1", "last_run": {"outcome": "FAIL", "ended_at": null}}]}"#,
        .unit(Unit(serialNumber: "SN-1"), run: Run(outcome: .fail, ending: .running))
      ),
    ])
  func rows(body: String, reply: Reply) async throws {
    let (found, _) = try await lookUp(policy: .lastRun) { _ in [http("200 OK", [], body)] }
    #expect(found.reply == reply)
  }

  @Test(
    "is not guessed from a list that is not understood",
    arguments: [
      "{}", "[]", #"{"data": null}"#, #"{"data": {}}"#, #"{"data": [1]}"#, #"{"data": [{}]}"#,
      #"{"data": [{"serial_number": "SN-1", "last_run": "PASS"}]}"#,
      #"{"serial_number": "SN-1", "last_run": {"outcome": "PASS"}}"#,
    ])
  func badLists(body: String) async throws {
    let (found, _) = try await lookUp(policy: .lastRun) { _ in [http("200 OK", [], body)] }
    #expect(found.reply.code == .badReply)
  }
}
