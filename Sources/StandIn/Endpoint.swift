import HTTPTypes

/// The calls of the v2 API that the stand-in answers.
enum Endpoint {
  /// `GET /api/v2/units/{serial_number}`
  case unit(serialNumber: String)
  /// `GET /api/v2/units`
  case units(UnitQuery)
  /// `GET /api/v2/whoami`
  case whoami

  /// Takes a request's path as it came over the line: each segment is decoded once, so that an encoded `/` stays inside.
  init(method: HTTPRequest.Method, path: String, query: String?) throws(APIError) {
    // HEAD is GET without the body; the calls that write are not stood in for.
    guard method == .get || method == .head, path.hasPrefix(Self.root) else {
      throw .notFound("No endpoint \(method) \(path)")
    }
    var segments: [String] = []
    for raw in path.dropFirst(Self.root.count).split(separator: "/", omittingEmptySubsequences: false) {
      guard let segment = raw.percentDecoded else {
        throw .badRequest("Path is not percent-encoded UTF-8")
      }
      segments.append(segment)
    }
    switch (segments.count, segments.first) {
    case (2, "units") where segments[1] != "": self = .unit(serialNumber: segments[1])
    case (1, "units"): self = .units(try UnitQuery(Parameters(query: query ?? "")))
    case (1, "whoami"): self = .whoami
    default: throw .notFound("No endpoint \(method) \(path)")
    }
  }

  private static let root = "/api/v2/"
}
