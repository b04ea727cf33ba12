import Settings
import TofuPilot

extension LoadedConfiguration {
  /// A client of the API that this configuration names, with the key from where it says.
  func client(environment: [String: String] = ProcessEnvironment.variables) throws(Problem) -> APIClient {
    let api = configuration.api
    do {
      let key = try Settings.APIKey(for: api, environment: environment)
      return try APIClient(
        ConnectionSettings(
          url: "\(api.address)", key: try TofuPilot.APIKey(key.secret), caFile: api.certificateFile,
          deadline: api.deadline, connectTimeout: api.connectTimeout, proxy: ProxySettings(environment: environment),
          version: version))
    } catch {
      throw .configuration("\(error)")
    }
  }
}
