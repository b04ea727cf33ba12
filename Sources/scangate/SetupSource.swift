import Settings
import Signals
import Station
import TofuPilot

/// Where a station's setup is read from, at the start and whenever a file of it may have changed.
struct SetupSource {
  /// What a client is made of: another one is made only of something else.
  fileprivate struct Parts: Hashable {
    var connection: ConnectionSettings
    /// The text of the file.
    var certificates: String?
  }

  private var source: ConfigurationSource
  private let data: DataDirectories
  private let executor: LoopExecutor
  private var made: (parts: Parts, client: APIClient)?
  /// Those that were looked into at the latest reading: a change of one of them may be another setup.
  private(set) var files: Set<String> = []
  /// What that reading found changed though the configuration does not show it: the key, the certificates in a file.
  private(set) var hiddenChanges: [String] = []

  init(_ source: ConfigurationSource, data: DataDirectories, executor: LoopExecutor) {
    self.source = source
    self.data = data
    self.executor = executor
  }

  /// Reads and checks everything.
  mutating func read() throws(Problem) -> StationSetup {
    let loaded = try load()
    let lights = try loaded.lights(data)
    // Last: it is made only for a setup that can be put in force.
    return StationSetup(loaded, access: .client(try client(of: loaded)), lights: lights)
  }

  /// As much of a setup as there is, for a station that waits for the rest: without the file, devices as by default.
  mutating func fallback(for problem: Problem) -> StationSetup? {
    guard let loaded = (try? load()) ?? (try? source.defaults.load()) else { return nil }
    return StationSetup(loaded, access: .none(problem.inOneLine), lights: (try? loaded.lights(data)) ?? [])
  }

  /// The client that there is, unless its address, key, certificates or times are others.
  private mutating func client(of loaded: LoadedConfiguration) throws(Problem) -> APIClient {
    let api = loaded.configuration.api
    do {
      let parts = Parts(
        connection: try loaded.connection(environment: source.environment),
        certificates: try api.certificateFile.map { try TextFile(at: $0).text })
      hiddenChanges = made.map { parts.hiddenChanges(since: $0.parts) } ?? []
      if let made, made.parts == parts { return made.client }
      let client = try APIClient(parts.connection, on: executor)
      made = (parts, client)
      return client
    } catch {
      throw .configuration("\(error)")
    }
  }

  private mutating func load() throws(Problem) -> LoadedConfiguration {
    do throws(ConfigurationError) {
      let loaded = try source.load()
      files = loaded.files
        .union(Settings.APIKey.files(for: loaded.configuration.api, environment: source.environment))
        .union(loaded.configuration.indicators.flatMap { Profile.paths(named: $0.profile, in: data) })
      // A file that was there and is gone says nothing: its rules are not to be lost with it.
      source.path = loaded.path ?? source.path
      return loaded
    } catch {
      files = error.files
      throw .configuration(error)
    }
  }
}

extension SetupSource.Parts {
  func hiddenChanges(since former: Self) -> [String] {
    var changes: [String] = []
    if connection.key != former.connection.key { changes.append("key") }
    if certificates != former.certificates, connection.caFile == former.connection.caFile {
      changes.append("api.ca_file")
    }
    return changes
  }
}
