import Gating
import Testing

@testable import TofuPilot

@Suite("Asking who we are") struct WhoamiTests {
  private static let station = #"{"type": "station", "station": {"id": "1", "name": "FCT 1"}, "user": null"#
  private static let user = #"{"type": "user", "station": null, "user": {"id": "1", "email": "ada@plant.example""#
  private static let organization = #", "organization": {"id": "2", "slug": "plant", "name": "Plant"}}"#

  private func whoami(_ step: ScriptedServer.Step) async throws -> Probe {
    try await ScriptedServer.run({ _ in [step] }) { server in
      try await withClient(settings("http://127.0.0.1:\(server.port)")) { client in
        let probe = await client.whoami()
        #expect(server.requests.first?.line == "GET /api/v2/whoami HTTP/1.1")
        return probe
      }
    }
  }

  @Test(
    "names the station or the user, and the organization",
    arguments: [
      (station + organization, Identity.Kind.station, "FCT 1"),
      (user + #", "name": "Ada"}"# + organization, .user, "Ada"),
      (user + #", "name": null}"# + organization, .user, "ada@plant.example"),
    ])
  func identities(body: String, kind: Identity.Kind, name: String) async throws {
    guard case .ok(let identity, standIn: false) = try await whoami(http("200 OK", [], body)) else {
      throw Unexpected(body)
    }
    #expect(identity.kind == kind)
    #expect(identity.name == name)
    #expect(identity.organization == "Plant")
  }

  @Test("says when the stand-in answers")
  func standIn() async throws {
    let reply = http("200 OK", ["x-scangate-stand-in: 1"], Self.station + Self.organization)
    guard case .ok(_, standIn: true) = try await whoami(reply) else { throw Unexpected(reply) }
  }

  @Test("is content with an answer that it knows no more of", arguments: ["{}", #"{"type": "robot"}"#])
  func unknownKind(body: String) async throws {
    guard case .ok(let identity, standIn: false) = try await whoami(http("200 OK", [], body)) else {
      throw Unexpected(body)
    }
    #expect(identity.kind == nil)
  }

  @Test(
    "says why it failed",
    arguments: [
      (http("401 Unauthorized", [], #"{"code": "UNAUTHORIZED"}"#), ReasonCode.unauthorized),
      (http("403 Forbidden", [], ""), .forbidden), (http("302 Found", [], ""), .redirected),
      (http("404 Not Found", [], #"{"code": "NOT_FOUND"}"#), .badReply), (http("200 OK", [], "<html>"), .badReply),
      (http("200 OK", [], "[]"), .badReply),
      (http("503 Service Unavailable", [], ""), .serverError), (.close, .unreachable),
    ])
  func failures(step: ScriptedServer.Step, code: ReasonCode) async throws {
    guard case .failed(code, _) = try await whoami(step) else { throw Unexpected(step) }
  }

  @Test("leaves the connection warm for the first scan")
  func warms() async throws {
    try await ScriptedServer.run({ _ in [http("200 OK", [], Self.station + Self.organization)] }) { server in
      try await withClient(settings("http://127.0.0.1:\(server.port)")) { client in
        _ = await client.whoami()
        _ = await client.lookUp(try serial("SN-1"), policy: .creatingRun)
        #expect(server.requests.map(\.connection) == [0, 0])
      }
    }
  }
}
