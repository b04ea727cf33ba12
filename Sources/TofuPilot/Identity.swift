package import Gating

/// Whom an API key stands for, as `GET /v2/whoami` tells it.
package struct Identity: Hashable, Sendable {
  /// nil: a kind that this version does not know.
  package let kind: Kind?
  /// The station's name, or the user's name or e-mail address.
  package let name: String?
  package let organization: String?

  package enum Kind: String, Hashable, Sendable {
    case station, user
  }

  init(_ json: JSON) throws(Failure) {
    guard case .object = json else { throw .missing("type") }
    kind = json["type"]?.string.flatMap(Kind.init(rawValue:))
    let holder = kind.flatMap { json[$0.rawValue] }
    name = holder?["name"]?.string ?? holder?["email"]?.string
    organization = json["organization"]?["name"]?.string
  }
}

/// What asking who we are came to: it proves the address, the network and the key, and leaves a warm connection.
package enum Probe: Hashable, Sendable {
  case ok(Identity, standIn: Bool)
  case failed(ReasonCode, detail: String)

  init(_ exchange: Exchange, endpoint: Endpoint) {
    do throws(Failure) {
      let answer = try exchange.result.get()
      guard answer.status == 200 else { throw Failure(answer, from: endpoint) }
      self = .ok(try Identity(answer.json()), standIn: answer.isStandIn)
    } catch {
      self = .failed(error.code, detail: error.detail)
    }
  }
}
