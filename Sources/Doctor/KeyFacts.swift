package import Settings

/// The API key: whether there is one, and where.
package struct KeyFacts: Sendable {
  /// What systemd hands to the service as its credential.
  static let serviceFile = "/etc/scangate/api-key"

  package let key: Result<APIKey, APIKeyError>

  package init(_ key: Result<APIKey, APIKeyError>) {
    self.key = key
  }

  /// As the service finds it: where nothing else names one, in the file of its credential.
  package init(for settings: APISettings, environment: [String: String], serviceFile: String = Self.serviceFile) {
    func key(_ settings: APISettings) -> Result<APIKey, APIKeyError> {
      Result { () throws(APIKeyError) in try APIKey(for: settings, environment: environment) }
    }
    let own = key(settings)
    guard case .failure(.missing) = own else {
      self.init(own)
      return
    }
    var credential = settings
    credential.keyFile = serviceFile
    let found = key(credential)
    if case .failure(.unreadable(let error)) = found, error.isMissing {
      self.init(own)
    } else {
      self.init(found)
    }
  }

  package var check: Check {
    switch key {
    case .success(let key): .ok("key", "from \(key.source)")
    case .failure(.missing):
      .trouble(
        "key", "there is none: nothing can be asked",
        next: "sudo install -m 600 /dev/stdin \(Self.serviceFile), then paste the key, Enter, Ctrl+D")
    case .failure(.unreadable(let error)) where error.isForbidden:
      .skipped("key", "\(error)", next: "sudo scangate doctor")
    case .failure(.openToOthers(let path, let permissions)):
      .trouble(
        "key", "\(path) has mode 0\(String(permissions, radix: 8)): others can read it", next: "sudo chmod 600 \(path)")
    case .failure(let error): .trouble("key", "\(error)", next: "scangate config check")
    }
  }
}
