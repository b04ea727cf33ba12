import AsyncHTTPClient
import Gating
import NIOCore
import NIOHTTP1

/// An HTTP reply, read whole.
struct Answer: Sendable {
  let status: Int
  let headers: HTTPHeaders
  let body: [UInt8]

  func json() throws(Failure) -> JSON {
    do {
      return try JSON(parsing: body)
    } catch {
      throw .badReply("\(error)")
    }
  }

  /// The API itself says that there is no such thing, not just any server that has no such page.
  var isNotFound: Bool {
    status == 404 && (try? json())?["code"]?.string == "NOT_FOUND"
  }

  /// The server asks us to come again: too many requests, its own trouble, or its time limit.
  var isTransient: Bool {
    status == 429 || status == 408 || (500...599).contains(status)
  }

  /// It came from the stand-in, not from TofuPilot.
  var isStandIn: Bool {
    headers.contains(name: "X-Scangate-Stand-In")
  }

  /// Where a redirect points.
  var location: String? {
    headers.first(name: "Location")
  }

  /// How long `Retry-After` asks us to wait: seconds, or a date, which is held against the server's own clock.
  var retryAfter: Duration? {
    guard let text = headers.first(name: "Retry-After") else { return nil }
    if let seconds = Int(text) { return .seconds(seconds) }
    guard let time = UTCTime(httpDate: text), let now = date else { return nil }
    return time - now
  }

  /// The server's own clock, in whole seconds.
  var date: UTCTime? {
    headers.first(name: "Date").flatMap(UTCTime.init(httpDate:))
  }
}

extension Answer {
  init(_ response: HTTPClient.Response) {
    status = Int(response.status.code)
    headers = response.headers
    body = response.body.map { Array($0.readableBytesView) } ?? []
  }
}
