import Doctor
import Gating
import Testing

@testable import TofuPilot

@Suite("The network and TofuPilot, looked at") struct NetworkFactsTests {
  @Test("each step tells its time, a slow one is a warning, and nothing comes behind an obstacle")
  func way() {
    let way = Way(
      host: "tofu.example", port: 443,
      stages: [
        Way.Stage(.dns, took: .milliseconds(12)), Way.Stage(.tcp, took: .milliseconds(1200)),
        Way.Stage(.tls, took: .zero, obstacle: "not trusted"),
      ])
    #expect(way.checks.states == ["DNS ok", "TCP warning", "TLS trouble"])
    #expect(way.checks[0].text == "tofu.example:443 in 12.0 ms")
    #expect(way.checks[1].next == "ping -c 3 tofu.example")
    #expect(!way.isClear)
    #expect(way.time(of: .dns) == .milliseconds(12))
    #expect(way.time(of: .tls) == nil)
  }

  private static func identity(_ text: String) throws -> Identity {
    try Identity(JSON(parsing: Array(text.utf8)))
  }

  @Test(
    "a station's key is ok, a user's expires, and a stand-in's mark is a trouble",
    arguments: [
      ("station", false, ["API ok"]), ("user", false, ["API warning"]), ("station", true, ["API ok", "API trouble"]),
      ("robot", false, ["API ok"]),
    ])
  func keys(kind: String, standIn: Bool, states: [String]) throws {
    let identity = try Self.identity(#"{"type": "\#(kind)", "\#(kind)": {"name": "FCT 1"}}"#)
    let checks = AnswerFacts(.ok(identity, standIn: standIn)).checks
    #expect(checks.states == states)
    if kind != "robot" { #expect(checks[0].text.contains("FCT 1")) }
  }

  @Test(
    "without an answer, the next step is by the cause",
    arguments: [
      (.timeout, "scangate doctor, in a minute"), (.redirected, "scangate config show"),
    ] as [(ReasonCode, String)])
  func failed(code: ReasonCode, next: String) {
    #expect(AnswerFacts(.failed(code, detail: "why")).checks == [.trouble("API", "why", next: next)])
  }

  @Test("a refused key is a trouble, in the words of the client")
  func refused() {
    let checks = AnswerFacts(.failed(.unauthorized, detail: "the API key is refused (401)")).checks
    #expect(checks == [.trouble("API", "the API key is refused (401)", next: "put a new key in place")])
  }

  @Test(
    "an answer's time is taken apart, and its parts never come to more than it",
    arguments: [
      (100, 20, 1, "an answer takes 100.0 ms: network 20.0 ms, TofuPilot 79.0 ms, scangate 1.0 ms"),
      (10, 20, 1, "an answer takes 10.0 ms: network 9.0 ms, TofuPilot 0.0 ms, scangate 1.0 ms"),
      (10, 20, 30, "an answer takes 10.0 ms: network 0.0 ms, TofuPilot 0.0 ms, scangate 10.0 ms"),
    ])
  func shares(time: Int, roundTrip: Int, own: Int, text: String) throws {
    let facts = AnswerFacts(
      .ok(try Self.identity(#"{"type": "station"}"#), standIn: false), time: .milliseconds(time),
      roundTrip: .milliseconds(roundTrip), ownTime: .milliseconds(own))
    #expect(facts.checks.last == .ok("time", text))
  }
}
