extension LoadedConfiguration {
  /// The key paths whose effective values differ from `former`, in the order in which they are shown.
  package func changes(since former: LoadedConfiguration) -> [String] {
    Shown.section(former.entries).differences(to: .section(entries), at: "")
  }

  /// The same, but for what is settled at the start of the agent: those values stay until the next one.
  package func settled(by start: LoadedConfiguration) -> LoadedConfiguration {
    var configuration = configuration
    configuration.journal.path = start.configuration.journal.path
    configuration.health = start.configuration.health
    return LoadedConfiguration(
      configuration: configuration, path: path, files: files, places: places, warnings: warnings)
  }
}

extension Shown {
  fileprivate func differences(to other: Shown, at path: String) -> [String] {
    switch (self, other) {
    case (.section(let old), .section(let new)):
      let keys = new.map(\.key) + old.map(\.key).filter { key in !new.contains { $0.key == key } }
      return keys.flatMap { key in
        let path = path.isEmpty ? key : "\(path).\(key)"
        let values = (old.first { $0.key == key }?.value, new.first { $0.key == key }?.value)
        guard case (let old?, let new?) = values else { return [path] }
        return old.differences(to: new, at: path)
      }
    case (.list(let old), .list(let new)) where old.count == new.count && new.contains(where: \.isSection):
      return zip(old, new).enumerated().flatMap { $1.0.differences(to: $1.1, at: "\(path)[\($0)]") }
    default:
      return self == other ? [] : [path]
    }
  }

  private var isSection: Bool {
    if case .section = self { true } else { false }
  }
}
