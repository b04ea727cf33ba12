import Settings
import TofuPilot

extension LoadedConfiguration {
  /// A client of the API that this configuration names, with the key from where it says.
  func client(
    environment: [String: String] = ProcessEnvironment.variables, on executor: LoopExecutor = LoopExecutor()
  ) throws(Problem) -> APIClient {
    do {
      return try APIClient(connection(environment: environment), on: executor)
    } catch {
      throw .configuration("\(error)")
    }
  }

  /// What such a client is made of.
  func connection(environment: [String: String]) throws -> ConnectionSettings {
    let api = configuration.api
    let key = try Settings.APIKey(for: api, environment: environment)
    return ConnectionSettings(
      url: "\(api.address)", key: try TofuPilot.APIKey(key.secret), caFile: api.certificateFile,
      deadline: api.deadline, connectTimeout: api.connectTimeout, proxy: ProxySettings(environment: environment),
      version: version)
  }
}
