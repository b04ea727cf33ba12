/// Where the configuration is read from: a file, and the environment under it.
package struct ConfigurationSource: Hashable, Sendable {
  /// The file that was asked for; nil: the default one.
  package var path: String?
  /// Read where no file was asked for; it need not be there.
  package var defaultPath = "/etc/scangate/scangate.yaml"
  package var environment: [String: String]
  /// The station's name where nothing else gives one.
  package var hostName: String

  package init(path: String? = nil, environment: [String: String], hostName: String) {
    self.path = path
    self.environment = environment
    self.hostName = hostName
  }

  /// The defaults alone; where the journal stands is the service manager's to say all the same.
  package var defaults: ConfigurationSource {
    let kept = environment.filter { $0.key == "STATE_DIRECTORY" }
    return ConfigurationSource(path: "/dev/null", environment: kept, hostName: hostName)
  }

  /// Reads everything, or throws everything that is wrong.
  package func load() throws(ConfigurationError) -> LoadedConfiguration {
    let reading = Reading()
    let file = try file(reading)
    for diagnostic in file?.document.doubledKeys ?? [] { reading.report(diagnostic) }
    let root = YAMLNode(place: file.map { .file($0.path) } ?? .defaults, content: .nothing)
    let reader = NodeReader(node: file?.document.root ?? root, keyPath: "", reading: reading)

    var configuration = Configuration(hostName: hostName)
    if let folder = environment.stateDirectory { configuration.journal.path = folder + "/journal.db" }
    _ = reader.read(&configuration)
    readEnvironment(into: &configuration, reading)
    configuration.spreadAlphabet()
    configuration.warn(reader)

    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw ConfigurationError(errors, files: reading.files) }
    return LoadedConfiguration(
      configuration: configuration, path: file?.path, files: reading.files, places: reading.places,
      warnings: reading.diagnostics.sorted { $0.place < $1.place })
  }

  private func file(_ reading: Reading) throws(ConfigurationError) -> (path: String, document: YAMLDocument)? {
    let path = path ?? defaultPath
    let text: String
    do throws(TextFileError) {
      text = try reading.textFile(at: path).text
    } catch {
      guard !error.isMissing || self.path != nil else { return nil }
      throw ConfigurationError([Diagnostic(at: .file(path), error.description)], files: reading.files)
    }
    do throws(ConfigurationError) {
      return (path, try YAMLDocument(text, path: path))
    } catch {
      throw ConfigurationError(error.diagnostics, files: reading.files)
    }
  }

  /// What TofuPilot's own tools read from the environment holds where the file is silent.
  private func readEnvironment(into configuration: inout Configuration, _ reading: Reading) {
    for (variable, key) in [("TOFUPILOT_URL", "url"), ("TOFUPILOT_CA_CERT", "ca_file")] {
      let path = "api.\(key)"
      guard reading.places[path] == nil, let text = environment[variable], !text.isEmpty else { continue }
      let node = YAMLNode(place: .environment(variable), content: .scalar(text))
      reading.note(path, at: node.place)
      APISettings.fields.first { $0.key == key }?
        .read(&configuration.api, NodeReader(node: node, keyPath: path, reading: reading))
    }
  }
}
