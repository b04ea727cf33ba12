import Scanning

/// Metrics in the text format of Prometheus, version 0.0.4.
struct PrometheusText: Sendable {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  enum Kind: String {
    case counter, gauge, histogram
  }

  private(set) var text = ""

  /// Begins a metric, whose samples follow.
  mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  mutating func add(_ name: String, _ value: some Numeric, _ labels: KeyValuePairs<String, String> = [:]) {
    let labels = labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
    text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
  }

  /// Of a text without line ends a backslash and a quotation mark are all that the format wants escaped.
  private static func escaped(_ value: String) -> String {
    var result = ""
    for character in value.escaped(limit: 100) {
      if character == "\\" || character == "\"" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
