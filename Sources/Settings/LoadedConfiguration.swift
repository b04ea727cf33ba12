/// A configuration that can be put in force, with where its values come from.
package struct LoadedConfiguration: Sendable {
  package let configuration: Configuration
  /// nil: there is no file.
  package let path: String?
  /// All that it was read from, or would be: the file, and those that it names.
  package let files: Set<String>
  /// Key path → place, for every value that is no default.
  package let places: [String: Place]
  package let warnings: [Diagnostic]

  /// Names the effective values in every record: `sha256:…`. Comments, order and spelling of the file do not count.
  package var hash: String { digest(of: effectiveText) }

  /// The effective values alone, as YAML: what `hash` is of. Of a file that they name, its own hash stands for what is in it.
  package var effectiveText: String {
    YAMLWriter.text(of: entries) { _, value in
      if case .file(_, let digest) = value { digest } else { nil }
    }
  }

  /// All effective values as YAML, with where each comes from; the key is told by its source only.
  package func yaml(keySource: APIKey.Source?) -> String {
    let head = """
      # \(path ?? "no file: defaults and environment")
      # \(hash)
      # API key: \(keySource.map { "<redacted>, from \($0)" } ?? "none")

      """
    return head + YAMLWriter.text(of: entries) { path, _ in origin(of: path) }
  }

  var entries: [Shown.Entry] {
    if case .section(let entries) = configuration.shown { entries } else { [] }
  }

  private func origin(of keyPath: String) -> String {
    switch places[keyPath] {
    case .line(path, let line, _): "line \(line)"
    case .line(let path, let line, _): "\(path) line \(line)"
    case .some(let place): place.description
    case nil: "default"
    }
  }
}
