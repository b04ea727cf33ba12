import Gating
import Testing

@testable import TofuPilot

@Suite("A reply's status") struct StatusTests {
  @Test(
    "is told apart",
    arguments: [
      ("401 Unauthorized", #"{"message": "Invalid key", "code": "UNAUTHORIZED"}"#, ReasonCode.unauthorized),
      ("403 Forbidden", #"{"message": "No", "code": "FORBIDDEN"}"#, .forbidden),
      ("301 Moved Permanently", "", .redirected),
      ("302 Found", "", .redirected),
      ("307 Temporary Redirect", "", .redirected),
      ("308 Permanent Redirect", "", .redirected),
      ("404 Not Found", "<html>no such page</html>", .badReply),
      ("404 Not Found", #"{"message": "no code"}"#, .badReply),
      ("404 Not Found", #"{"code": "not_found"}"#, .badReply),
      ("400 Bad Request", #"{"message": "?", "code": "BAD_REQUEST"}"#, .badReply),
      ("201 Created", #"{"serial_number": "SN-1", "created_during": {"outcome": "PASS"}}"#, .badReply),
      ("204 No Content", "", .badReply),
      ("418 I'm a teapot", "", .badReply),
    ])
  func isToldApart(status: String, body: String, code: ReasonCode) async throws {
    let (found, requests) = try await lookUp { _ in [http(status, [], body)] }
    #expect(found.reply.code == code)
    #expect(found.attempts == 1)
    #expect(requests.count == 1)
    #expect(found.status == Int(status.prefix(3)))
  }

  @Test("404 with the API's own body means that the unit is unknown")
  func unknownUnit() async throws {
    let body = #"{"message": "Unit not found", "code": "NOT_FOUND"}"#
    let (found, _) = try await lookUp { _ in [http("404 Not Found", [], body)] }
    #expect(found.reply == .unknownUnit)
    let list = try await lookUp(policy: .lastRun) { _ in [http("404 Not Found", [], body)] }
    #expect(list.found.reply.code == .badReply)
  }

  @Test("a redirect is not followed, and named", arguments: [301, 302, 303, 307, 308])
  func redirect(status: Int) async throws {
    let (found, requests) = try await lookUp { request in
      [http("\(status) Elsewhere", ["Location: http://\(request.header("Host") ?? "")/login"], "")]
    }
    #expect(requests.count == 1)
    guard case .failed(.redirected, let detail) = found.reply else { throw Unexpected(found) }
    #expect(detail.contains("/login"))
  }

  @Test("503 twice and then 200 is a verdict after three attempts")
  func serverRecovers() async throws {
    let (found, _) = try await lookUp { $0.place < 2 ? [http("503 Service Unavailable", [], "")] : [unit("SN-1")] }
    #expect(found.attempts == 3)
    #expect(found.reply.outcome == .pass)
  }

  @Test(
    "trouble that stays is told after three attempts",
    arguments: [
      ("429 Too Many Requests", ReasonCode.rateLimited), ("408 Request Timeout", .serverError),
      ("500 Internal Server Error", .serverError), ("502 Bad Gateway", .serverError), ("599 Odd", .serverError),
    ])
  func staysBroken(status: String, code: ReasonCode) async throws {
    let (found, requests) = try await lookUp { _ in [http(status, [], "")] }
    #expect(found.reply.code == code)
    #expect(found.attempts == 3)
    #expect(requests.count == 3)
  }

  @Test(
    "429 that asks for more time than there is, is told at once",
    arguments: [
      ["Retry-After: 3600"],
      ["Date: Sun, 06 Nov 1994 08:49:37 GMT", "Retry-After: Sun, 06 Nov 1994 09:49:37 GMT"],
    ])
  func retryAfterTooLong(headers: [String]) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let (found, requests) = try await lookUp(deadline: .seconds(300)) { _ in
      [http("429 Too Many Requests", headers, "")]
    }
    #expect(found.reply.code == .rateLimited)
    #expect(requests.count == 1)
    #expect(clock.now - start < .seconds(200))
  }

  @Test("429 is asked again after the time it asks for")
  func retryAfter() async throws {
    let clock = ContinuousClock()
    let start = clock.now
    let (found, _) = try await lookUp { request in
      request.place == 0 ? [http("429 Too Many Requests", ["Retry-After: 1"], "")] : [unit("SN-1")]
    }
    #expect(found.attempts == 2)
    #expect(found.reply.outcome == .pass)
    #expect(clock.now - start >= .seconds(1))
  }
}

extension Reply {
  /// Of a failed look-up.
  var code: ReasonCode? {
    if case .failed(let code, _) = self { code } else { nil }
  }

  var detail: String? {
    if case .failed(_, let detail) = self { detail } else { nil }
  }

  /// Of the run that decides.
  var outcome: Outcome? {
    if case .unit(_, let run) = self { run?.outcome } else { nil }
  }
}
