package import Settings

/// The configuration file, and whom it asks.
package struct ConfigurationFacts: Sendable {
  private let loaded: Result<LoadedConfiguration, ConfigurationError>

  package init(_ loaded: Result<LoadedConfiguration, ConfigurationError>) {
    self.loaded = loaded
  }

  package var checks: [Check] {
    switch loaded {
    case .success(let loaded): [check(of: loaded), address(of: loaded)]
    case .failure(let error): [check(of: error)]
    }
  }

  private func check(of loaded: LoadedConfiguration) -> Check {
    let file = loaded.path ?? "no file: defaults and environment"
    guard let first = loaded.warnings.first else { return .ok("configuration", "\(file): valid") }
    let count = loaded.warnings.count
    return .warning(
      "configuration",
      "\(file): valid, \(count) line\(count == 1 ? "" : "s") seldom meant, the first: \(first.keyPath)",
      next: "scangate config check")
  }

  private func check(of error: ConfigurationError) -> Check {
    let others = error.diagnostics.count - 1
    let text = error.diagnostics.first.map { "\($0)" } ?? ""
    return .trouble(
      "configuration", "\(text)\(others > 0 ? ", and \(others) more" : ""): mend it", next: "scangate config check")
  }

  private func address(of loaded: LoadedConfiguration) -> Check {
    let address = loaded.configuration.api.address
    let place = loaded.places["api.url"].map { " (\($0))" } ?? ""
    if address.authority.isLoopback {
      return .warning(
        "address", "\(address)\(place) is this machine itself, as for a stand-in",
        next: "name your TofuPilot as api.url: https://www.tofupilot.app")
    }
    if address.isOpenToOthers {
      return .warning(
        "address", "\(address)\(place) is not encrypted: the key can be read and a verdict forged on the way",
        next: "name an https:// address as api.url")
    }
    return .ok("address", "\(address)\(place)")
  }
}
