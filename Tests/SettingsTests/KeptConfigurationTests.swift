import Testing

@testable import Settings

@Suite("A configuration that was kept")
struct KeptConfigurationTests {
  private static let text = """
    station:
      name: F3
    gate:
      policy: creating-run
      rules:
        - name: "boards: A"
          part_number: [PCB-*]
          children:
            - part_number: X
              count: 2
        - name: others
          allowed_outcomes: [PASS, ABORTED]
      otherwise: fail
    screen:
      bell: false

    """

  @Test(
    "a rule is found by its name, with the lines that it takes",
    arguments: [
      ("boards: A", #"    - name: "boards: A""#, 5), ("others", "    - name: others", 2), ("boards", nil, 0),
      ("X", nil, 0),
    ] as [(String, String?, Int)])
  func rule(name: String, first: String?, count: Int) throws {
    let lines = try KeptConfiguration(Self.text).rule(name)
    #expect(lines.first == first)
    #expect(lines.count == count)
  }

  @Test("the gate's own lines are those outside of its rules") func gate() throws {
    #expect(try KeptConfiguration(Self.text).gateLines == ["  policy: creating-run", "  otherwise: fail"])
  }

  @Test("of a text without a gate there is nothing to tell, and one that is no YAML is an error") func others() throws {
    #expect(try KeptConfiguration("station:\n  name: X\n").gateLines == [])
    #expect(try KeptConfiguration("").rule("x") == [])
    #expect(throws: ConfigurationError.self) { try KeptConfiguration("gate: [") }
  }
}
