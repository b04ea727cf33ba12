import Doctor
import Settings
import Testing

@Suite("The key, looked at") struct KeyFactsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func check(_ settings: APISettings = APISettings(), _ environment: [String: String] = [:]) -> Check {
    KeyFacts(for: settings, environment: environment, serviceFile: folder.path + "/api-key").check
  }

  @Test("comes from the environment, the configured file, or the file of the service's credential")
  func sources() throws {
    #expect(check().state == .trouble)
    #expect(check(APISettings(), ["TOFUPILOT_API_KEY": "k"]).state == .ok)
    var settings = APISettings()
    settings.keyFile = try folder.file("own", "k")
    #expect(check(settings).text.contains("own"))
    let file = try folder.file("api-key", "k")
    #expect(check() == .ok("key", "from \(file)"))
    #expect(check(APISettings(), ["TOFUPILOT_API_KEY": "k"]).text.contains("TOFUPILOT_API_KEY"))
  }

  @Test(
    "is a trouble where others can read it, or it is none", arguments: [("k", 0o644), ("", 0o600), ("a\nb", 0o600)])
  func spoiled(text: String, mode: Int) throws {
    let file = try folder.file("api-key", text, mode: mode)
    let check = check()
    #expect(check.state == .trouble)
    if mode == 0o644 { #expect(check.next == "sudo chmod 600 \(file)") }
  }

  @Test("is never told")
  func secret() {
    #expect(!"\(check(APISettings(), ["TOFUPILOT_API_KEY": "quite-secret"]))".contains("quite-secret"))
  }

  @Test("that only root may read was not seen")
  func forbidden() {
    let error = APIKeyError.unreadable(.system(operation: "open", path: "/etc/scangate/api-key", code: 13))
    #expect(KeyFacts(.failure(error)).check.state == .skipped)
    #expect(KeyFacts(.failure(error)).check.next == "sudo scangate doctor")
  }
}
