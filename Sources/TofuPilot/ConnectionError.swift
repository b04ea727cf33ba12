/// Why no connection to the API can be made from these settings: a matter of configuration, not of the network.
package enum ConnectionError: Error, Hashable, CustomStringConvertible {
  case url(String, problem: String)
  case key(_ problem: String)
  case caFile(String, problem: String)
  /// The proxy's address is left out: it may hold a password.
  case proxy(_ problem: String)

  package var description: String {
    switch self {
    case .url(let url, let problem):
      "the API's address \"\(url)\" \(problem): give an origin such as https://www.tofupilot.app"
    case .key(let problem):
      "the API key \(problem): create a key in TofuPilot and put it in place of this one"
    case .caFile(let path, let problem):
      "the CA file \(path) \(problem): name a PEM file that holds the certificate of your CA"
    case .proxy(let problem):
      "the proxy of HTTPS_PROXY \(problem): give it as http://HOST:PORT"
    }
  }
}
