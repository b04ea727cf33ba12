import Settings
import Testing

/// `gate_file:` the gate in a file of its own.
@Suite struct GateFileTests {
  private let folder: StationFolder

  init() throws {
    folder = try StationFolder()
  }

  private func load(gate: String, with more: String = "") throws -> LoadedConfiguration {
    try folder.load("gate_file: \(try folder.write(gate, to: "gate.yaml"))\n\(more)")
  }

  private func complaints(gate: String, with more: String = "") throws -> [String] {
    let error = #expect(throws: ConfigurationError.self) { try load(gate: gate, with: more) }
    let diagnostics = try #require(error).diagnostics
    return diagnostics.map { $0.description.replacing(folder.path + "/", with: "") }
  }

  @Test("It holds the keys of gate, with the same values and the same hash")
  func values() throws {
    let rules = "allowed_outcomes: [PASS, ABORTED]\nrules:\n  - {name: A, part_number: X}\n"
    let apart = try load(gate: rules, with: "screen: {bell: true}")
    let together = try folder.load("screen: {bell: true}\ngate:\n  " + rules.replacing("\n", with: "\n  "))
    #expect(apart.configuration == together.configuration)
    #expect(apart.hash == together.hash)
  }

  @Test("What is shown names its lines, and reads back as one file")
  func shown() throws {
    let apart = try load(gate: "# the leads'\nallowed_outcomes: PASS\n")
    let yaml = apart.yaml(keySource: nil)
    #expect(yaml.contains("# \(folder.path)/gate.yaml line 2\n"), "\(yaml)")
    #expect(try folder.load(yaml).hash == apart.hash)
  }

  @Test(
    "Its errors name its own lines, those of the first file come with them",
    arguments: [
      ("alowed_outcomes: PASS", ["gate.yaml:1:1: gate.alowed_outcomes: unknown key; did you mean allowed_outcomes?"]),
      ("policy: creating-run\npolicy: last-run", ["gate.yaml:1:1: found policy twice in one section, keep one"]),
      ("rules: [", nil), ("- a", nil),
      ("# nothing", ["gate.yaml: gate: found nothing, expected the keys of gate"]),
      ("rules:\n  - {name: A}", ["gate.yaml:2:5: gate.rules[0].part_number: missing; it has no default"]),
      ("api: {url: http://evil}", nil),
    ] as [(String, [String]?)])
  func errors(text: String, expected: [String]?) throws {
    let told = try complaints(gate: text)
    if let expected { #expect(told == expected) }
    #expect(told.allSatisfy { $0.hasPrefix("gate.yaml:") } && !told.isEmpty, "\(told)")
    #expect(try complaints(gate: text, with: "sceen: {}").count == told.count + 1)
  }

  @Test("Beside gate it is refused, and where it is not there it says so")
  func refused() throws {
    #expect(
      try complaints(gate: "policy: last-run", with: "gate: {policy: creating-run}") == [
        "scangate.yaml:2:1: gate: found beside gate_file, which holds the same: keep one"
      ])
    let missing = #expect(throws: ConfigurationError.self) { try folder.load("gate_file: /nowhere/gate.yaml") }
    #expect(
      missing?.diagnostics.map(\.text) == ["cannot open /nowhere/gate.yaml: No such file or directory"])
    #expect(missing?.files.contains("/nowhere/gate.yaml") == true, "it is watched for")
  }
}
