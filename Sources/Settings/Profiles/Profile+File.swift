package import Signals

extension Profile {
  /// Where the profile of this name is looked for: a site's own, in `/etc/scangate/indicators`, goes before a shipped one.
  package static func path(named name: String, in data: DataDirectories) throws(MissingData) -> String {
    try data.find(file(of: name))
  }

  /// Where it may be: a file that comes to be there goes before those behind it.
  package static func paths(named name: String, in data: DataDirectories) -> [String] {
    data.candidates(file(of: name))
  }

  private static func file(of name: String) -> String { "indicators/\(name).yaml" }

  /// Reads a profile, or throws everything that is wrong with it.
  package init(at path: String) throws(ConfigurationError) {
    let text: String
    do throws(TextFileError) {
      text = try TextFile(at: path).text
    } catch {
      throw ConfigurationError([Diagnostic(at: .file(path), error.description)])
    }
    let document = try YAMLDocument(text, path: path)
    let reading = Reading()
    for diagnostic in document.doubledKeys { reading.report(diagnostic) }
    let root = document.root ?? YAMLNode(place: .file(path), content: .nothing)
    let reader = NodeReader(node: root, keyPath: "", reading: reading)
    var file = ProfileFile()
    let profile = reader.read(&file) ? file.profile(reader) : nil
    guard let profile, reading.diagnostics.isEmpty else { throw ConfigurationError(reading.diagnostics) }
    self = profile
  }
}
