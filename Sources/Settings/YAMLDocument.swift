import Scanning

/// The one document of a YAML text, as nodes.
///
/// Anchors, aliases, merge keys, tags and further documents are refused: a person reads the file line by line.
struct YAMLDocument {
  /// nil: nothing but comments.
  let root: YAMLNode?
  /// The keys that stand more than once in a section; `root` has the first of each.
  let doubledKeys: [Diagnostic]

  init(_ text: String, path: String) throws(ConfigurationError) {
    var composer = Composer(parser: YAMLParser(text, path: path))
    root = composer.root()
    doubledKeys = composer.doubledKeys
    guard composer.refused.isEmpty else { throw ConfigurationError(composer.refused + doubledKeys) }
  }
}

/// Composes nodes from the parser's events, and collects what is refused.
private struct Composer: ~Copyable {
  /// Far deeper than any setting stands: beyond is a slip, or an attack on the stack.
  private static let depthLimit = 64

  let parser: YAMLParser
  var refused: [Diagnostic] = []
  var doubledKeys: [Diagnostic] = []
  private var anchors: Set<String> = []
  private var depth = 0

  init(parser: consuming YAMLParser) {
    self.parser = parser
  }

  mutating func root() -> YAMLNode? {
    do throws(YAMLError) {
      return try document()
    } catch {
      refuse(error)
      return nil
    }
  }

  private mutating func document() throws(YAMLError) -> YAMLNode? {
    _ = try parser.next()  // the stream
    guard try parser.next().kind == .document else { return nil }
    let root = try node(parser.next())
    _ = try parser.next()  // the end of the document
    let next = try parser.next()
    if next.kind == .document {
      refuse(at: next.place, "not YAML: expected a single document in the stream, but found another document")
    }
    return root
  }

  /// The node that begins with this event.
  private mutating func node(_ event: YAMLEvent) throws(YAMLError) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      let problem = "found lists and sections over \(Self.depthLimit) deep; look for a bracket that is not closed"
      throw YAMLError(place: event.place, problem: problem)
    }
    if let anchor = event.anchor {
      anchors.insert(anchor)
      refuse(at: event.place, "anchors and aliases (& and *) are not read here: write the value out")
    }
    if event.hasTag {
      refuse(at: event.place, "tags (words that begin with !) are not read here: write the value alone")
    }
    return YAMLNode(place: event.place, content: try content(event))
  }

  private mutating func content(_ event: YAMLEvent) throws(YAMLError) -> YAMLNode.Content {
    switch event.kind {
    case .scalar(let text, let isPlain):
      return isPlain && text.isEmpty ? .nothing : .scalar(text)
    case .sequence:
      return .sequence(try elements())
    case .mapping:
      return .mapping(try entries())
    case .alias(let name):
      // One that has an anchor is refused there: once is enough.
      if !anchors.contains(name) { refuse(.syntax(at: event.place, "found undefined alias")) }
      return .nothing
    case .stream, .document, .end:
      return .nothing  // begins no node, and never stands where one is due
    }
  }

  private mutating func elements() throws(YAMLError) -> [YAMLNode] {
    var elements: [YAMLNode] = []
    var event = try parser.next()
    while event.kind != .end {
      elements.append(try node(event))
      event = try parser.next()
    }
    return elements
  }

  private mutating func entries() throws(YAMLError) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var event = try parser.next()
    while event.kind != .end {
      let key = try node(event)
      let value = try node(parser.next())
      if let text = text(ofKey: key) {
        entries.append(YAMLNode.Entry(key: text, keyPlace: key.place, value: value))
      }
      event = try parser.next()
    }
    return firstOfEachKey(entries)
  }

  private mutating func firstOfEachKey(_ entries: [YAMLNode.Entry]) -> [YAMLNode.Entry] {
    for (key, twins) in Dictionary(grouping: entries, by: \.key) where twins.count > 1 {
      let problem = "found \(key.escaped(limit: 60)) twice in one section, keep one"
      doubledKeys.append(Diagnostic(at: twins[0].keyPlace, problem))
    }
    var keys: Set<String> = []
    return entries.filter { keys.insert($0.key).inserted }
  }

  private mutating func text(ofKey key: YAMLNode) -> String? {
    switch key.content {
    case .scalar("<<"):
      refuse(at: key.place, "merge keys (<<) are not read here: write the keys out")
      return nil
    case .scalar(let text):
      return text
    case .nothing:
      return ""
    case .sequence, .mapping:
      refuse(at: key.place, "found a list or a section as a key, expected a word")
      return nil
    }
  }

  private mutating func refuse(at place: Place, _ text: String) {
    refused.append(Diagnostic(at: place, text))
  }

  private mutating func refuse(_ error: YAMLError) {
    refuse(at: error.place, error.problem)
  }
}
