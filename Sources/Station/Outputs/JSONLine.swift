/// One JSON object on one line, its members in the order they are added; `JSONEncoder` has no order of its own.
package struct JSONLine: Sendable {
  package private(set) var text = "{"

  package init() {}

  /// The object, closed.
  package var closed: String { text + "}" }

  package mutating func add(_ key: String, _ value: String?) {
    name(key)
    guard let value else { return text += "null" }
    quote(value)
  }

  package mutating func add(_ key: String, _ value: Bool?) {
    name(key)
    text += value.map { $0 ? "true" : "false" } ?? "null"
  }

  package mutating func add(_ key: String, _ value: Int?) {
    name(key)
    text += value.map { "\($0)" } ?? "null"
  }

  package mutating func add(_ key: String, _ values: [String]) {
    name(key)
    text += "["
    for (index, value) in values.enumerated() {
      if index > 0 { text += "," }
      quote(value)
    }
    text += "]"
  }

  /// A duration as milliseconds with one decimal.
  package mutating func add(_ key: String, milliseconds: Duration?) {
    name(key)
    guard let milliseconds else { return text += "null" }
    let (seconds, attoseconds) = milliseconds.components
    let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
    text += "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  package mutating func add(_ key: String, _ object: JSONLine?) {
    name(key)
    text += object?.closed ?? "null"
  }

  /// nil is `null`.
  package mutating func add(_ key: String, _ objects: [JSONLine]?) {
    name(key)
    text += objects.map { "[" + $0.map(\.closed).joined(separator: ",") + "]" } ?? "null"
  }

  private mutating func name(_ key: String) {
    if text.utf8.count > 1 { text += "," }
    quote(key)
    text += ":"
  }

  /// Everything outside printable ASCII goes as `\u…`: a line of a hostile barcode is as harmless in a terminal as in a parser.
  private mutating func quote(_ value: String) {
    text += "\""
    defer { text += "\"" }
    if value.utf8.allSatisfy({ 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C }) { return text += value }
    for unit in value.utf16 {
      switch unit {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let hex = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      }
    }
  }
}
