import Testing

@testable import TofuPilot

@Suite("The settings of the connection") struct ConnectionSettingsTests {
  @Test(
    "take the API's address with and without /api and a slash",
    arguments: [
      ("https://www.tofupilot.app", "https://www.tofupilot.app/api/v2/whoami"),
      ("https://www.tofupilot.app/", "https://www.tofupilot.app/api/v2/whoami"),
      ("https://www.tofupilot.app/api", "https://www.tofupilot.app/api/v2/whoami"),
      ("https://www.tofupilot.app/api/", "https://www.tofupilot.app/api/v2/whoami"),
      ("HTTPS://tofupilot.example:8443", "HTTPS://tofupilot.example:8443/api/v2/whoami"),
      ("http://127.0.0.1:8765", "http://127.0.0.1:8765/api/v2/whoami"),
      ("http://[::1]:8765/api", "http://[::1]:8765/api/v2/whoami"),
      ("https://plant.example/tofupilot", "https://plant.example/tofupilot/api/v2/whoami"),
    ])
  func addresses(url: String, whoami: String) throws {
    #expect(try Endpoint(url).whoami == whoami)
  }

  @Test(
    "refuse what is no address of an API",
    arguments: [
      "", "www.tofupilot.app", "ftp://www.tofupilot.app", "https://", "https:///api", "https://www.tofupilot.app?x=1",
      "https://www.tofupilot.app#x", "https://me:secret@www.tofupilot.app", "https://www tofupilot.app",
      "localhost:8765",
    ])
  func noAddresses(url: String) {
    let error = #expect(throws: ConnectionError.self) { try Endpoint(url) }
    #expect(error?.description.contains("secret") == false)
  }

  @Test(
    "send a key as a bearer token, and one that says so already as it is",
    arguments: [
      ("abc", "Bearer abc"), (" abc\n", "Bearer abc"), ("Bearer abc", "Bearer abc"), ("bearer abc", "bearer abc"),
      ("BEARER abc", "BEARER abc"), ("bearerabc", "Bearer bearerabc"),
    ])
  func keys(text: String, authorization: String) throws {
    let key = try APIKey(text)
    #expect(key.authorization == authorization)
    var dumped = "\(key) \(String(reflecting: key))"
    dump(key, to: &dumped)
    #expect(!dumped.contains("abc"))
  }

  @Test("refuse a key that no header can carry", arguments: ["", " \n", "abc\r\nX-Evil: 1", "schlüssel", "a\tb"])
  func noKeys(text: String) {
    #expect(throws: ConnectionError.self) { try APIKey(text) }
  }

  @Test(
    "refuse a CA file that is missing or holds no certificate", arguments: ["missing.pem", "make", "server-key.pem"])
  func caFiles(name: String) throws {
    let path = TestFile.path("Certificates/\(name)")
    let settings = try settings("https://127.0.0.1", caFile: path)
    let error = #expect(throws: ConnectionError.self) { try APIClient(settings) }
    #expect(error?.description.contains(path) == true)
  }
}
