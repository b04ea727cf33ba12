import Devices
import Scanning

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

extension ScannerMatch {
  /// Why no scanner is told by this value, and what to use; nil: one can be.
  fileprivate var objection: String? {
    switch property {
    case .serial where ScannerDevice.isPlaceholder(value):
      "which firmware writes for want of a number, expected the scanner's own; without one, match its port"
    case .port where value.hasPrefix("/dev/"):
      "a node, which changes with every plug-in, expected the socket: ID_PATH in udevadm info \(value)"
    case .serial, .port, .model: nil
    }
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
        let value = reader.child(entry)
        guard let match = Form<String>.words("text").read(value).map({ ScannerMatch(property, $0) }) else { return nil }
        if let objection = match.objection {
          value.report("found \(match.value.quoted), \(objection)")
          return nil
        }
        return match
      },
      show: { .section([Shown.Entry(key: $0.property.rawValue, value: .scalar($0.value))]) })
  }
}
