/// One key of a section: the property it sets, and how its value is written.
///
/// This one line is what reads the key, shows it, hashes it, and knows its name when a key near it is misspelt.
struct Field<Settings> {
  let key: String
  let isRequired: Bool
  let read: (inout Settings, NodeReader) -> Void
  /// nil: not set.
  let show: (Settings) -> Shown?

  init<Value>(
    _ key: String, _ property: WritableKeyPath<Settings, Value>, _ form: Form<Value>, isRequired: Bool = false
  ) {
    self.init(
      key, isRequired,
      read: { settings, reader in
        if let value = form.read(reader) { settings[keyPath: property] = value }
      },
      show: { form.show($0[keyPath: property]) })
  }

  init<Value>(
    _ key: String, _ property: WritableKeyPath<Settings, Value?>, _ form: Form<Value>, isRequired: Bool = false
  ) {
    self.init(
      key, isRequired,
      read: { settings, reader in
        if let value = form.read(reader) { settings[keyPath: property] = value }
      },
      show: { $0[keyPath: property].flatMap(form.show) })
  }

  /// A section of its own.
  init<Value: Section>(_ key: String, _ property: WritableKeyPath<Settings, Value>) {
    self.init(
      key, false,
      read: { settings, reader in _ = reader.read(&settings[keyPath: property]) },
      show: { $0[keyPath: property].shown })
  }

  /// The same key, where its settings are a part of greater ones.
  func inside<Whole>(_ part: WritableKeyPath<Whole, Settings>) -> Field<Whole> {
    Field<Whole>(
      key, isRequired,
      read: { whole, reader in read(&whole[keyPath: part], reader) },
      show: { show($0[keyPath: part]) })
  }

  init(
    _ key: String, _ isRequired: Bool = false,
    read: @escaping (inout Settings, NodeReader) -> Void, show: @escaping (Settings) -> Shown?
  ) {
    self.key = key
    self.isRequired = isRequired
    self.read = read
    self.show = show
  }
}
