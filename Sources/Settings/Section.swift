/// Settings that stand together below one key.
protocol Section {
  /// In the order in which they are read and shown.
  static var fields: [Field<Self>] { get }

  /// Keys that it has not but people try, and what to tell them.
  static var strangers: [String: String] { get }

  /// Reports what no key can tell alone: keys that need or exclude each other.
  func check(_ reader: NodeReader)
}

extension Section {
  static var strangers: [String: String] { [:] }

  func check(_ reader: NodeReader) {}

  var shown: Shown {
    .section(Self.fields.compactMap { field in field.show(self).map { Shown.Entry(key: field.key, value: $0) } })
  }
}

extension Form where Value: Section {
  /// A section; what it leaves out stays as it is in `start`.
  static func section(from start: Value) -> Form {
    Form(
      read: { reader in
        var settings = start
        return reader.read(&settings) ? settings : nil
      },
      show: { $0.shown })
  }
}

extension NodeReader {
  /// Reads this node's keys into a section; false where the node is none.
  func read<Settings: Section>(_ settings: inout Settings) -> Bool {
    let fields = Settings.fields
    let keys = fields.map(\.key)
    guard let entries = entries("a section of \(keys.joined(separator: ", "))") else { return false }
    for entry in entries where !fields.contains(where: { $0.key == entry.key }) {
      reportUnknown(entry, among: keys, advice: Settings.strangers[entry.key])
    }
    for field in fields {
      if let entry = entries.first(where: { $0.key == field.key }) {
        field.read(&settings, child(entry))
      } else if field.isRequired {
        report(key: field.key, "missing; it has no default")
      }
    }
    settings.check(self)
    return true
  }

  func reportUnknown(_ entry: YAMLNode.Entry, among keys: [String], advice: String? = nil) {
    let advice = advice ?? suggestion(for: entry.key, among: keys)
    reading.report(Diagnostic(at: entry.keyPlace, keyPath: child(entry).keyPath, "unknown key; \(advice)"))
  }
}
