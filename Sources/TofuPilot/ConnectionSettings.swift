/// What it takes to reach TofuPilot's API: the `api` section of the configuration, the key and the environment's proxy.
package struct ConnectionSettings: Hashable, Sendable {
  /// The origin, with or without `/api`.
  package var url: String
  package var key: APIKey
  /// A PEM file of certificate authorities to trust on top of the system's.
  package var caFile: String?
  /// The time that one look-up may take, with all its retries.
  package var deadline: Duration
  /// The part of it that a new connection may take: DNS, TCP, proxy and TLS.
  package var connectTimeout: Duration
  package var proxy: ProxySettings
  /// Our own version, for `User-Agent`.
  package var version: String

  package init(
    url: String = "https://www.tofupilot.app", key: APIKey, caFile: String? = nil, deadline: Duration = .seconds(5),
    connectTimeout: Duration = .seconds(2), proxy: ProxySettings = ProxySettings(environment: [:]), version: String
  ) {
    self.url = url
    self.key = key
    self.caFile = caFile
    self.deadline = deadline
    self.connectTimeout = connectTimeout
    self.proxy = proxy
    self.version = version
  }
}
