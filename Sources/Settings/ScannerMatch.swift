/// What tells a lane's scanner from the others: the value of one of its properties.
package struct ScannerMatch: Hashable, Sendable {
  package enum Property: String, CaseIterable, Hashable, Sendable {
    /// The USB serial number: this one device, wherever it is plugged in.
    case serial
    /// The socket, as in `ID_PATH`: whatever scanner is plugged in there.
    case port
    /// The model: any device of this kind.
    case model
  }

  package var property: Property
  package var value: String

  package init(_ property: Property, _ value: String) {
    self.property = property
    self.value = value
  }
}

extension Form<ScannerMatch> {
  static var match: Form {
    let names = ScannerMatch.Property.allCases.map(\.rawValue)
    let expected = "exactly one of \(names.joined(separator: ", "))"
    return Form(
      read: { reader in
        guard let entries = reader.entries(expected) else { return nil }
        guard entries.count == 1, let entry = entries.first else {
          reader.report("found \(entries.count) keys, expected \(expected)")
          return nil
        }
        guard let property = ScannerMatch.Property(rawValue: entry.key) else {
          reader.reportUnknown(entry, among: names)
          return nil
        }
        return Form<String>.words("text").read(reader.child(entry)).map { ScannerMatch(property, $0) }
      },
      show: { .section([Shown.Entry(key: $0.property.rawValue, value: .scalar($0.value))]) })
  }
}
