import Testing

@testable import Settings

@Suite struct YAMLDocumentTests {
  @Test(
    "What YAML can do and a person can misread is refused",
    arguments: [
      ("api: &a {deadline: 3s}\n", ["1:6: anchors and aliases (& and *) are not read here: write the value out"]),
      (
        "station: {name: &n FINAL}\nscreen: *n",
        ["1:17: anchors and aliases (& and *) are not read here: write the value out"]
      ),
      ("api:\n  <<: {deadline: 3s}", ["2:3: merge keys (<<) are not read here: write the keys out"]),
      ("name: !!bool true", ["1:7: tags (words that begin with !) are not read here: write the value alone"]),
      ("scanners: !!seq []", ["1:11: tags (words that begin with !) are not read here: write the value alone"]),
      ("name: ! \"FINAL\"", ["1:7: tags (words that begin with !) are not read here: write the value alone"]),
      ("&k name: true", ["1:1: anchors and aliases (& and *) are not read here: write the value out"]),
      ("? [a]\n: b", ["1:3: found a list or a section as a key, expected a word"]),
      ("? {a: b}\n: b", ["1:3: found a list or a section as a key, expected a word"]),
    ])
  func refused(text: String, expected: [String]) throws {
    #expect(try complaints(about: text) == expected.map { "scangate.yaml:\($0)" })
  }

  private static let advice = "indent with spaces, and quote text that has any of []{}*&!|>%@`#: in it"

  @Test(
    "A file that is no YAML is told where it stops to be",
    arguments: [
      (
        "api:\n  deadline: 5s\n url: x",
        "3:2: not YAML: while parsing a block mapping, did not find expected key; \(advice)"
      ),
      (
        "api:\n\tdeadline: 5s",
        "2:1: not YAML: while scanning for the next token, found character that cannot start any token; \(advice)"
      ),
      ("gate:\n  rules:\n    - part_number: *-01", "3:20: not YAML: found undefined alias; \(advice)"),
      (
        "station:\n---\nstation:",
        "2:1: not YAML: expected a single document in the stream, but found another document"
      ),
      ("station:\r\n  name: é\u{7}", "2:10: not YAML: control characters are not allowed"),
      ("# e\u{301}\n\ne\u{301}\u{7}", "3:3: not YAML: control characters are not allowed"),
      ("api: {deadline: 5s, deadline: 6s}", "1:7: found deadline twice in one section, keep one"),
      ("station:\n\"station\":", "1:1: found station twice in one section, keep one"),
    ])
  func syntax(text: String, expected: String) throws {
    let told = try complaints(about: text)
    #expect(told == ["scangate.yaml:\(expected)"])
  }

  @Test("All that is refused is told at once, with what ends the reading")
  func allAtOnce() throws {
    let text = """
      station: {name: A, name: B, name: C}
      gate:
        texts: &t !!map {<<: *t, timeout: *no, timeout: x}
      screen: &t {bell: *t, lanes: [*t, *none]}
      ]
      """
    let anchor = "anchors and aliases (& and *) are not read here: write the value out"
    #expect(
      try complaints(about: text) == [
        "scangate.yaml:1:11: found name twice in one section, keep one",
        "scangate.yaml:3:10: \(anchor)",
        "scangate.yaml:3:10: tags (words that begin with !) are not read here: write the value alone",
        "scangate.yaml:3:20: merge keys (<<) are not read here: write the keys out",
        "scangate.yaml:3:28: found timeout twice in one section, keep one",
        "scangate.yaml:3:37: not YAML: found undefined alias; \(Self.advice)",
        "scangate.yaml:4:9: \(anchor)",
        "scangate.yaml:4:35: not YAML: found undefined alias; \(Self.advice)",
        "scangate.yaml:5:1: not YAML: while parsing a block mapping, did not find expected key; \(Self.advice)",
      ])
  }

  @Test("Of a doubled key the first is read, and all else that is wrong is told with it, each in its place")
  func doubledKeys() throws {
    let text = """
      station: {name: [], name: A}
      api: {deadline: 5s, deadline: fast}
      scanners: [{lane: A, match: {port: p, port: q}, lane: []}]
      "\\e": 1
      "\\e": 2
      gate: {polici: last-run}
      """
    #expect(
      try complaints(about: text) == [
        "scangate.yaml:1:11: found name twice in one section, keep one",
        "scangate.yaml:1:17: station.name: found an empty list, expected a name",
        "scangate.yaml:2:7: found deadline twice in one section, keep one",
        "scangate.yaml:3:13: found lane twice in one section, keep one",
        "scangate.yaml:3:30: found port twice in one section, keep one",
        "scangate.yaml:4:1: found \\u{1B} twice in one section, keep one",
        "scangate.yaml:4:1: \\u{1B}: unknown key; known are \(keys)",
        "scangate.yaml:6:8: gate.polici: unknown key; did you mean policy?",
      ])
  }

  @Test("Text without a node has no root, an empty document has nothing as one", arguments: ["", "# none\n"])
  func empty(text: String) throws {
    #expect(try YAMLDocument(text, path: "f").root == nil)
    #expect(try YAMLDocument(text + "---\n", path: "f").root?.content == .nothing)
  }

  @Test("A byte order mark is no character of its line")
  func byteOrderMark() throws {
    #expect(try complaints(about: "\u{FEFF}station: x").map { $0.prefix(19) } == ["scangate.yaml:1:10:"])
  }

  @Test(
    "Scalars are their text, however they are written; only a plain one can be nothing",
    arguments: [
      ("0012", .scalar("0012")), ("NO", .scalar("NO")), ("~", .scalar("~")), ("", .nothing), ("''", .scalar("")),
      ("\"\"", .scalar("")), ("'it''s'", .scalar("it's")), ("\"a\\0\\u00E9\"", .scalar("a\0é")),
      ("|\n  a\n  b\n", .scalar("a\nb\n")), (">-\n  a\n  b\n", .scalar("a b")), ("|\n", .scalar("")),
    ] as [(String, YAMLNode.Content)])
  func scalars(written: String, content: YAMLNode.Content) throws {
    guard case .mapping(let entries) = try YAMLDocument("key: \(written)", path: "f").root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.value.content) == [content])
  }

  @Test("Each node stands where it begins, columns counted in Unicode scalars")
  func places() throws {
    func node(_ line: Int, _ column: Int, _ content: YAMLNode.Content) -> YAMLNode {
      YAMLNode(place: .line(path: "f", line: line, column: column), content: content)
    }
    func entry(_ key: String, _ line: Int, _ column: Int, _ value: YAMLNode) -> YAMLNode.Entry {
      YAMLNode.Entry(key: key, keyPlace: .line(path: "f", line: line, column: column), value: value)
    }
    let section = node(2, 12, .mapping([entry("", 2, 15, node(2, 17, .scalar("x")))]))
    let list = node(2, 8, .sequence([node(2, 9, .scalar("a")), section]))
    let root = node(2, 1, .mapping([entry("e\u{301}", 2, 1, list), entry("b", 3, 1, node(4, 3, .scalar("c\nd\n")))]))
    #expect(try YAMLDocument("# é\ne\u{301}:    [a, {? : x}]\nb:\n  |\n c\n d\n", path: "f").root == root)
  }

  @Test("Sixty-four levels are read, one more is told where it begins")
  func depth() throws {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try YAMLDocument("\(deepest)", path: "f").root != nil)
    let problem = "found lists and sections over 64 deep; look for a bracket that is not closed"
    for (text, column) in [
      ("[\(deepest)]", 65), (String(repeating: "[", count: 100_000), 65),
      (String(repeating: "- ", count: 100_000), 129),
    ] {
      #expect(try complaints(about: text) == ["scangate.yaml:1:\(column): \(problem)"])
    }
  }

  @Test("A thousand brackets, a NUL and a megabyte are errors too")
  func hostile() throws {
    for text in [
      String(repeating: "[", count: 100_000), "station: {name: \"a\\0\"}", String(repeating: "a: b\n", count: 300_000),
    ] {
      #expect(try !complaints(about: text).isEmpty)
    }
  }
}
