import Gating
import Testing

@testable import TofuPilot

@Suite("A body that is not understood") struct BodyTests {
  @Test(
    "is a bad reply, and never a PASS",
    arguments: [
      "<html>Sign in</html>", "", "null", "[]", "{",
      #"{"serial_number": "SN-1", "created_during": {"outcome": "PASS"}"#,
      #"{"serial_number": "SN-1", "created_during": {"outcome": "PASS"}} {}"#,
      "\u{FEFF}" + #"{"serial_number": "SN-1", "created_during": {"outcome": "PASS"}}"#,
      #"{"serial_number": "SN-1", "created_during": {"outcome": "PASS", "outcome": "FAIL"}}"#,
      #"{"serial_number": "SN-1", "created_during": {"outcome": "PASS"}, "created_during": null}"#,
      #"{"serial_number": "SN-1", "created_during": "PASS"}"#,
      #"{"serial_number": "SN-1", "created_during": {"outcome": "PASS"}, "metadata": "#
        + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "}",
    ])
  func badReply(body: String) async throws {
    let (found, _) = try await lookUp { _ in [http("200 OK", ["Content-Type: text/html"], body)] }
    #expect(found.reply.code == .badReply)
    #expect(found.attempts == 1)
  }
}
