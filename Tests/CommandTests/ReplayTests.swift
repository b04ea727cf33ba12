import FoundationEssentials
import Testing

extension CommandTests {
  @Suite struct ReplayTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    @Test("every shipped recording gives the scan that it names", arguments: try recordings())
    func shippedRecording(name: String) async throws {
      let ending = try await Program("replay", "\(shipped)/recordings/\(name)").end()
      #expect(ending.code == 0, "\(ending)")
      #expect(ending.errors == "")
      #expect(ending.lines.count == 1)
      #expect(ending.output.hasPrefix("\(name): "))
    }

    @Test("scans other than the file expects exit 1, and what it expects is told")
    func difference() async throws {
      let path = try files.file("seven.timeline", timeline(expecting: #"scan "8""#))
      let ending = try await Program("replay", path).end()
      #expect(ending.code == 1)
      #expect(ending.output == "seven.timeline: scan \"7\"\n")
      #expect(ending.errors.contains(#"expected scan "8""#))
    }

    @Test("a file that is missing or no timeline exits 78 and names file and line")
    func broken() async throws {
      let path = try files.file("broken.timeline", timeline(expecting: "scam \"7\""))
      let ending = try await Program("replay", path).end()
      #expect(ending.code == 78)
      #expect(ending.errors.contains("\(path): line 9: "))
      let missing = try await Program("replay", files.path + "/missing.timeline").end()
      #expect(missing.code == 78)
      #expect(missing.errors.contains("missing.timeline"))
    }

    private func timeline(expecting expectation: String) -> String {
      """
      layout us
      terminator enter

      0.000000 KEY_7 down
      0.001000 KEY_7 up
      0.002000 KEY_ENTER down
      0.003000 KEY_ENTER up

      \(expectation)

      """
    }

    private static func recordings() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: "\(shipped)/recordings").filter { $0.hasSuffix(".timeline") }
    }
  }
}
