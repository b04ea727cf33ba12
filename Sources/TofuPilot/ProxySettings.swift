import AsyncHTTPClient
import FoundationEssentials

/// The proxy that the environment asks for: `HTTPS_PROXY` for all but the hosts of `NO_PROXY`, each name in lower case
/// first, as curl reads them. An API on plain `http` is asked directly.
package struct ProxySettings: Hashable, Sendable {
  private let address: String
  private let exceptions: ProxyExceptions

  package init(environment: [String: String]) {
    func value(_ name: String) -> String {
      environment[name.lowercased()] ?? environment[name] ?? ""
    }
    address = value("HTTPS_PROXY")
    exceptions = ProxyExceptions(value("NO_PROXY"))
  }

  /// The proxy on the way to `endpoint`; nil for none.
  func proxy(to endpoint: Endpoint) throws(ConnectionError) -> HTTPClient.Configuration.Proxy? {
    guard !address.isEmpty, endpoint.usesTLS, !exceptions.contain(host: endpoint.host, port: endpoint.port) else {
      return nil
    }
    let url = address.contains("://") ? address : "http://\(address)"
    guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty else {
      throw .proxy("is no address")
    }
    guard parts.scheme?.lowercased() == "http" else {
      throw .proxy("speaks \(parts.scheme ?? "nothing"), and only http is supported")
    }
    return .server(
      host: host,
      port: parts.port ?? 80,
      authorization: parts.user.map { .basic(username: $0, password: parts.password ?? "") }
    )
  }
}
