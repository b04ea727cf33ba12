/// The origin at which TofuPilot answers: `https://www.tofupilot.app`.
package struct APIAddress: Hashable, Sendable {
  package enum Scheme: String, Sendable {
    case http, https
  }

  package var scheme: Scheme
  package var authority: Authority

  /// TofuPilot's own.
  package static let tofupilot = APIAddress(scheme: .https, authority: Authority(host: "www.tofupilot.app"))

  package init(scheme: Scheme, authority: Authority) {
    self.scheme = scheme
    self.authority = authority
  }

  /// From an origin, with or without the path `/api`; no user, query or fragment.
  package init?(_ text: String) {
    guard let mark = text.firstRange(of: "://"), let scheme = Scheme(rawValue: text[..<mark.lowerBound].lowercased())
    else { return nil }
    let rest = text[mark.upperBound...]
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    guard ["", "/", "/api", "/api/"].contains(rest[end...]), let authority = Authority(String(rest[..<end])) else {
      return nil
    }
    self.init(scheme: scheme, authority: authority)
  }

  /// The key and the replies could be read and changed on the way.
  package var isOpenToOthers: Bool {
    scheme == .http && !authority.isLoopback
  }
}

extension APIAddress: CustomStringConvertible {
  package var description: String {
    "\(scheme.rawValue)://\(authority)"
  }
}

extension Form<APIAddress> {
  static var address: Form {
    let expected = "the server's http:// or https:// address, with or without /api, no user, query or other path"
    return Form(
      read: { reader in
        reader.text(expected).flatMap { text in
          if let address = APIAddress(text) { return address }
          // A secret may hide in it.
          if text.contains(where: "@?#".contains) {
            reader.report("found an address with a user, a query or a fragment, expected \(expected)")
            return nil
          }
          return reader.refuse(expected)
        }
      },
      show: { .scalar($0.description) })
  }
}
