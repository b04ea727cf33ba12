import Doctor
import Settings
import Testing

@Suite("A file of udev rules, looked at") struct RuleFileFactsTests {
  private static let name = "65-scangate-scanners.rules"

  /// As it is in these folders: of the administrator, of the package, of the shipped data.
  private func check(etc: String?, lib: String?, shipped: String?) throws -> (check: Check, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    if let etc { try folder.file("etc/\(Self.name)", etc) }
    if let lib { try folder.file("lib/\(Self.name)", lib) }
    if let shipped { try folder.file("share/udev-rules/\(Self.name)", shipped) }
    let facts = RuleFileFacts(
      name: Self.name, in: ["\(folder.path)/etc", "\(folder.path)/lib"],
      data: DataDirectories(given: "\(folder.path)/share", executable: nil))
    return (facts.check, folder)
  }

  @Test(
    "is ok only where the copy that counts is the one that was shipped",
    arguments: [
      ("A", nil, "A", .ok), (nil, "A", "A", .ok), (nil, "A", nil, .ok), ("A", "A", nil, .ok),
      ("B", nil, "A", .warning), ("B", "A", nil, .warning), ("B", "A", "A", .warning), (nil, nil, "A", .trouble),
      (nil, nil, nil, .trouble),
    ] as [(String?, String?, String?, Check.State)])
  func states(etc: String?, lib: String?, shipped: String?, state: Check.State) throws {
    #expect(try check(etc: etc, lib: lib, shipped: shipped).check.state == state)
  }

  @Test("names what hides what, and how to see the difference")
  func shadowed() throws {
    let (check, folder) = try check(etc: "B", lib: "A", shipped: nil)
    #expect(check.text.contains("etc/\(Self.name) is not \(folder.path)/lib/\(Self.name) and hides it"))
    #expect(check.next == "diff \(folder.path)/etc/\(Self.name) \(folder.path)/lib/\(Self.name)")
  }

  @Test("where it is missing, it is copied from where it was shipped")
  func missing() throws {
    let (check, folder) = try check(etc: nil, lib: nil, shipped: "A")
    #expect(check.next?.contains("cp \(folder.path)/share/udev-rules/\(Self.name) /etc/udev/rules.d/") == true)
  }
}
