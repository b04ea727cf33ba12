import Scanning

/// A node of the file that is being read, with its key path: hands out its value, or reports why it has none.
struct NodeReader {
  let node: YAMLNode
  let keyPath: String
  let reading: Reading

  /// The text of a scalar as it is written.
  func text(_ expected: String) -> String? {
    guard case .scalar(let text) = node.content else { return refuse(expected) }
    return text
  }

  /// The elements of a list; a single value is a list of one, a key with nothing behind it an empty list.
  var elements: [NodeReader] {
    let nodes: [YAMLNode] =
      switch node.content {
      case .sequence(let nodes): nodes
      case .nothing: []
      case .scalar, .mapping: [node]
      }
    return nodes.enumerated().map { below("\(keyPath)[\($0)]", $1) }
  }

  /// The keys of a section; one with nothing behind it has none.
  func entries(_ expected: String) -> [YAMLNode.Entry]? {
    switch node.content {
    case .mapping(let entries): entries
    case .nothing: []
    case .scalar, .sequence: refuse(expected)
    }
  }

  func child(_ entry: YAMLNode.Entry) -> NodeReader {
    below(path(to: entry.key.escaped(limit: 60)), entry.value)
  }

  /// Reports what was found in place of what is allowed, and gives no value.
  func refuse<Value>(_ expected: String) -> Value? {
    report("found \(found), expected \(expected)")
    return nil
  }

  func report(_ text: String, severity: Diagnostic.Severity = .error) {
    reading.report(Diagnostic(severity, at: node.place, keyPath: keyPath, text))
  }

  /// Reports about a key path below this section; what is left out is reported where it would stand.
  func report(key: String, _ text: String, severity: Diagnostic.Severity = .error) {
    let path = path(to: key)
    reading.report(Diagnostic(severity, at: reading.place(of: path) ?? node.place, keyPath: path, text))
  }

  /// Whether this section gives the key.
  func has(_ key: String) -> Bool {
    reading.places[path(to: key)] != nil
  }

  private func below(_ path: String, _ node: YAMLNode) -> NodeReader {
    reading.note(path, at: node.place)
    return NodeReader(node: node, keyPath: path, reading: reading)
  }

  private func path(to key: String) -> String {
    keyPath.isEmpty ? key : "\(keyPath).\(key)"
  }

  private var found: String {
    switch node.content {
    case .nothing: "nothing"
    case .scalar(let text): text.quoted
    case .sequence(let nodes): nodes.isEmpty ? "an empty list" : "a list"
    case .mapping: "a section"
    }
  }
}
