import Doctor
import Settings
import Testing

@Suite("The configuration, looked at") struct ConfigurationFactsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func checks(_ text: String, environment: [String: String] = [:]) throws -> [Check] {
    let path = try folder.file("scangate.yaml", text)
    let source = ConfigurationSource(path: path, environment: environment, hostName: "FCT-1")
    return ConfigurationFacts(Result { () throws(ConfigurationError) in try source.load() }).checks
  }

  private static let whole = """
    scanners: [{lane: a, match: {serial: S1}, pattern: 'SN-[0-9]+'}]
    gate: {rules: [{name: board, part_number: PCB-1}]}

    """

  @Test("is ok where it is valid and asks TofuPilot")
  func valid() throws {
    #expect(try checks(Self.whole).states == ["configuration ok", "address ok"])
  }

  @Test("is a warning where lines are seldom meant, and names the first")
  func warned() throws {
    let check = try #require(try checks("").first)
    #expect(check.state == .warning)
    #expect(check.text.contains("2 lines seldom meant, the first: "))
  }

  @Test("is a trouble where it is broken, with its place and how much more there is")
  func broken() throws {
    let found = try checks("scren: 1\ngtae: 2\n")
    #expect(found.states == ["configuration trouble"])
    #expect(found[0].text.contains("scangate.yaml:1:1: scren: unknown key"))
    #expect(found[0].text.contains("and 1 more"))
    #expect(found[0].next == "scangate config check")
  }

  @Test(
    "names a loopback address and an open one as what they are, and where they come from",
    arguments: [
      ("http://127.0.0.1:8765", "this machine itself"), ("http://localhost", "this machine itself"),
      ("http://tofu.plant.example", "not encrypted"),
    ])
  func address(url: String, words: String) throws {
    let check = try #require(try checks(Self.whole, environment: ["TOFUPILOT_URL": url]).last)
    #expect(check.state == .warning)
    #expect(check.text.contains(words))
    #expect(check.text.contains("TOFUPILOT_URL"))
  }
}
