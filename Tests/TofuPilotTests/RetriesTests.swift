import Gating
import NIOHTTP1
import Testing

@testable import TofuPilot

@Suite("Retries") struct RetriesTests {
  private func answer(_ status: Int, _ headers: HTTPHeaders = [:]) -> Result<Answer, Failure> {
    .success(Answer(status: status, headers: headers, body: []))
  }

  private func pauses(_ results: [Result<Answer, Failure>], remaining: Duration = .seconds(5)) -> [Duration?] {
    var retries = Retries()
    return results.map { retries.pause(after: $0, remaining: remaining, jitter: 0.5) }
  }

  @Test("come after growing pauses, twice, where the server asks for them", arguments: [429, 408, 500, 503, 599])
  func transient(status: Int) {
    let result = answer(status)
    #expect(pauses([result, result, result]) == [.milliseconds(150), .milliseconds(300), nil])
  }

  @Test("come at once and once for a lost connection, beside the others")
  func lost() {
    let lost = Result<Answer, Failure>.failure(Failure(code: .unreachable, detail: "", lostConnection: true))
    #expect(pauses([lost, lost]) == [.zero, nil])
    #expect(pauses([answer(503), lost, answer(503), lost]) == [.milliseconds(150), .zero, .milliseconds(300), nil])
  }

  @Test("never come for anything else", arguments: [200, 201, 301, 400, 401, 403, 404, 409, 418, 600])
  func final(status: Int) {
    #expect(pauses([answer(status)]) == [nil])
    #expect(pauses([.failure(Failure(code: .unreachable, detail: ""))]) == [nil])
    #expect(pauses([.failure(Failure(code: .timeout, detail: ""))]) == [nil])
  }

  @Test("keep inside the deadline")
  func deadline() {
    #expect(pauses([answer(503)], remaining: .milliseconds(150)) == [nil])
    #expect(pauses([answer(503)], remaining: .milliseconds(151)) == [.milliseconds(150)])
    #expect(pauses([answer(503)], remaining: .milliseconds(-1)) == [nil])
  }

  @Test(
    "wait as long as Retry-After says",
    arguments: [
      (["Retry-After": "2"], Duration.seconds(2)), (["Retry-After": "0"], .milliseconds(150)),
      (["Retry-After": "-7"], .milliseconds(150)), (["Retry-After": "soon"], .milliseconds(150)),
      (["Retry-After": "5"], nil), (["Retry-After": "9223372036854775807"], nil),
      (["Date": "Thu, 31 Dec 2026 23:59:58 GMT", "Retry-After": "Fri, 01 Jan 2027 00:00:01 GMT"], .seconds(3)),
      (["Date": "Fri, 01 Jan 2027 00:00:01 GMT", "Retry-After": "Thu, 31 Dec 2026 23:59:58 GMT"], .milliseconds(150)),
      (["Retry-After": "Fri, 01 Jan 2027 00:00:01 GMT"], .milliseconds(150)),
    ] as [([String: String], Duration?)])
  func retryAfter(headers: [String: String], pause: Duration?) {
    #expect(pauses([answer(429, HTTPHeaders(headers.map { ($0.key, $0.value) }))]) == [pause])
  }
}
