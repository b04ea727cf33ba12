import HTTPTypes

/// The answer to one request of a monitoring system.
struct HealthAnswer {
  let head: HTTPResponse
  let body: String

  init(to request: HTTPRequest, _ metrics: Metrics) {
    let path = request.path?.prefix { $0 != "?" } ?? ""
    switch (request.method, path) {
    case (.get, "/metrics"):
      self.init(.ok, PrometheusText.contentType, metrics.text)
    case (.get, "/health"):
      let condition = metrics.condition
      self.init(
        condition.trouble == nil ? .ok : .serviceUnavailable, "application/json", condition.json.closed + "\n")
    case (.get, _):
      self.init(.notFound, "text/plain", "Ask for /health or /metrics.\n")
    default:
      self.init(.methodNotAllowed, "text/plain", "GET is all that is answered.\n")
    }
  }

  private init(_ status: HTTPResponse.Status, _ type: String, _ body: String) {
    self.body = body
    head = HTTPResponse(
      status: status,
      headerFields: [
        .contentType: type, .contentLength: "\(body.utf8.count)", .cacheControl: "no-store",
      ])
  }
}
