/// `journal:` the record of what was decided.
package struct JournalSettings: Hashable, Sendable {
  /// A verdict that cannot be recorded is NO VERDICT.
  package var isRequired = true
  package var path = "/var/lib/scangate/journal.db"
  package var retention = Retention()

  package init() {}
}

extension JournalSettings: Section {
  static var fields: [Field<JournalSettings>] {
    [
      Field("required", \.isRequired, .flag),
      Field("path", \.path, .path),
      Field("keep", \.retention, .section(from: Retention())),
    ]
  }
}

/// How much of the journal is kept: what is older or beyond the size goes, the oldest first.
package struct Retention: Hashable, Sendable {
  package var age = Duration.days(730)
  /// In bytes.
  package var size: Int64 = 4 << 30

  package init() {}
}

extension Retention: Section {
  static var fields: [Field<Retention>] {
    [
      Field("age", \.age, .time(.days(1) ... .days(36500))),
      Field("size", \.size, .size(from: 16 << 20)),
    ]
  }
}

extension Duration {
  static func days(_ number: Int) -> Duration { .seconds(number * 86400) }
}
