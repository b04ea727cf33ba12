import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Turns a request into the stand-in's answer; every answer carries the stand-in's mark.
struct Responder: HTTPResponder {
  typealias Context = ConnectionContext

  let units: Units
  let key: String
  let faults: Faults

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    if faults.delay > .zero {
      try await Task.sleep(for: faults.delay)
    }
    var response = try answer(to: request)
    if let fault = faults.fault {
      response = try await fault.response(inPlaceOf: response, to: request, on: context.channel)
    }
    if let mark = HTTPField.Name("X-Scangate-Stand-In") {
      response.headers[mark] = "1"
    }
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(to request: Request) throws -> Response {
    do {
      let uri = request.uri
      let endpoint = try Endpoint(method: request.method, path: uri.path, query: uri.query)
      try authorize(request)
      return try .json(body(of: endpoint))
    } catch let error as APIError {
      return try .json(error.body, status: error.code.status)
    }
  }

  private func authorize(_ request: Request) throws(APIError) {
    let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer", words[1] == key else {
      throw APIError(code: .unauthorized, message: "API key is missing or not valid")
    }
  }

  private func body(of endpoint: Endpoint) throws(APIError) -> JSONValue {
    switch endpoint {
    case .unit(let serialNumber):
      guard let unit = units[serialNumber] else {
        throw .notFound("No unit with serial number \(serialNumber)")
      }
      let other = units.records.first { $0.serialNumber != unit.serialNumber }
      return (faults.fault == .otherUnit ? other ?? unit : unit).reply
    case .units(let query):
      return query.page(of: units.records)
    case .whoami:
      return Self.identity
    }
  }

  /// A station key's `whoami`.
  private static let identity: JSONValue = [
    "type": "station",
    "station": ["id": "51a00000-0000-4000-8000-000000000001", "name": "Stand-in"],
    "user": nil,
    "organization": ["id": "04900000-0000-4000-8000-000000000001", "slug": "stand-in", "name": "Stand-in"],
  ]
}

/// A request's context that knows its connection, for the faults that break it.
struct ConnectionContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: Source) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}

extension Response {
  /// An answer with a JSON body.
  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let body = ByteBuffer(bytes: try encoder.encode(value))
    return Response(status: status, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
  }
}
