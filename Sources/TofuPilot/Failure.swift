import Gating

/// Why a question to the API has no answer that a verdict could rest on.
struct Failure: Error, Hashable {
  let code: ReasonCode
  /// In words that a line lead can act on.
  let detail: String
  /// The connection broke before a reply: asked again, it may well succeed.
  var lostConnection = false

  static let interrupted = Failure(code: .interrupted, detail: "stopped before the answer came")

  /// A reply whose body is not what the API documents.
  static func badReply(_ problem: String) -> Failure {
    Failure(code: .badReply, detail: "the reply cannot be understood: \(problem)")
  }

  /// A reply without a field that the verdict needs, or with one of another type; dotted path.
  static func missing(_ field: String) -> Failure {
    badReply("no usable \(field)")
  }
}

extension Failure {
  /// What a reply's status says where it is no answer.
  init(_ answer: Answer, from endpoint: Endpoint) {
    let status = answer.status
    switch status {
    case 401:
      self.init(code: .unauthorized, detail: "the API key is refused (401): it is wrong, expired or revoked")
    case 403:
      self.init(code: .forbidden, detail: "the API key may not read this (403): give it the right to read units")
    case 300...399:
      let target = answer.location.map { " to \($0)" } ?? ""
      self.init(code: .redirected, detail: "\(endpoint.authority) redirects\(target) (\(status)): correct api.url")
    case 404:
      self.init(code: .badReply, detail: "\(endpoint.authority) does not know this API (404): correct api.url")
    case 429:
      self.init(code: .rateLimited, detail: "TofuPilot is asked too often (429)")
    case 408, 500...599:
      self.init(code: .serverError, detail: "TofuPilot is in trouble (\(status))")
    default:
      self.init(code: .badReply, detail: "the reply has a status that the API does not document (\(status))")
    }
  }
}
