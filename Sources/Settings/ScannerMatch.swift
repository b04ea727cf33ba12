package import Devices
import Scanning

/// What tells a lane's scanner from the others: the value of one of its properties.
package struct ScannerMatch: Hashable, Sendable {
  /// Where a device fits several, the first of these counts.
  package enum Property: String, CaseIterable, Hashable, Sendable {
    /// The USB serial number: this one device, wherever it is plugged in.
    case serial
    /// The socket, as in `ID_PATH`, or a name below `/dev`: whatever scanner is plugged in there.
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
  /// Whether this is the device, or a node of it, that is meant.
  package func fits(_ device: ScannerDevice) -> Bool {
    switch property {
    case .serial: device.serial == value
    case .port where isPath: device.devnode == value || device.links.contains(value)
    case .port: device.port == value || device.socket == value
    case .model: device.model == value || device.name == value
    }
  }

  /// Whether one device may fit both for certain: they are equal, or one names the socket of the other's interface.
  func meets(_ other: ScannerMatch) -> Bool {
    guard property == other.property else { return false }
    guard property == .port else { return value == other.value }
    return value == other.value || ScannerDevice.socket(of: value) == other.value
      || ScannerDevice.socket(of: other.value) == value
  }

  /// Why the value will not find its scanner for long, and what to use; nil: it will.
  var warning: String? {
    guard property == .port, Self.passingNodes.contains(where: { value.isNumbered(after: $0) }) else { return nil }
    return "\(value) changes with every plug-in, the socket does not: scangate devices names it"
  }

  /// Why no scanner is told by this value, and what to use; nil: one can be.
  fileprivate var objection: String? {
    guard property == .serial, ScannerDevice.isPlaceholder(value) else { return nil }
    return "which firmware writes for want of a number, expected the scanner's own; without one, match its port"
  }

  private var isPath: Bool { value.hasPrefix("/dev/") }

  /// Nodes that the kernel numbers as they come.
  private static let passingNodes = ["/dev/input/event", "/dev/hidraw", "/dev/ttyUSB", "/dev/ttyACM"]
}

extension String {
  fileprivate func isNumbered(after prefix: String) -> Bool {
    hasPrefix(prefix) && dropFirst(prefix.count).allSatisfy(\.isNumber)
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
