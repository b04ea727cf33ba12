/// `station:` who this station is.
package struct StationSettings: Hashable, Sendable {
  /// On the screen and in every record; the host name unless the file gives another.
  package var name: String

  package init(name: String) {
    self.name = name
  }
}

extension StationSettings: Section {
  static var fields: [Field<StationSettings>] {
    [Field("name", \.name, .words("a name"))]
  }
}
