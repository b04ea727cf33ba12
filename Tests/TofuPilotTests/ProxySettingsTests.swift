import AsyncHTTPClient
import Testing

@testable import TofuPilot

@Suite("The proxy of the environment") struct ProxySettingsTests {
  private func proxy(_ environment: [String: String], to url: String = "https://www.tofupilot.app") throws -> String? {
    try ProxySettings(environment: environment).proxy(to: Endpoint(url)).map { "\($0.host):\($0.port)" }
  }

  @Test(
    "is that of HTTPS_PROXY, in lower case first",
    arguments: [
      ([:], nil), (["HTTPS_PROXY": ""], nil), (["HTTP_PROXY": "http://proxy:3128"], nil),
      (["HTTPS_PROXY": "http://proxy:3128"], "proxy:3128"), (["https_proxy": "proxy:3128"], "proxy:3128"),
      (["https_proxy": "one:1", "HTTPS_PROXY": "two:2"], "one:1"), (["HTTPS_PROXY": "HTTP://proxy/"], "proxy:80"),
      (["HTTPS_PROXY": "http://user:p%40ss@10.0.0.1:3128"], "10.0.0.1:3128"),
    ] as [([String: String], String?)])
  func addresses(environment: [String: String], proxy expected: String?) throws {
    #expect(try proxy(environment) == expected)
    #expect(try proxy(environment, to: "http://127.0.0.1:8765") == nil)
  }

  @Test(
    "is left aside for the hosts of NO_PROXY",
    arguments: [
      ("*", true), ("www.tofupilot.app", true), ("WWW.TofuPilot.App", true), ("tofupilot.app", true),
      (".tofupilot.app", true), ("*.tofupilot.app", true), ("tofupilot.app.", true), ("app", true),
      ("localhost, tofupilot.app", true), ("localhost tofupilot.app", true), ("www.tofupilot.app:443", true),
      ("tofupilot.app:8443", false), ("pilot.app", false), ("w.tofupilot.app", false), ("localhost", false),
      ("", false),
      (",", false), ("tofupilot", false), (":443", false),
    ])
  func exceptions(list: String, left: Bool) throws {
    for name in ["NO_PROXY", "no_proxy"] {
      let environment = ["HTTPS_PROXY": "proxy:3128", name: list]
      #expect(try proxy(environment) == (left ? nil : "proxy:3128"))
    }
  }

  @Test(
    "is left aside for addresses of NO_PROXY",
    arguments: [
      ("https://10.0.0.7:8443", "10.0.0.7", true), ("https://10.0.0.7:8443", "10.0.0.7:8443", true),
      ("https://10.0.0.7:8443", "10.0.0.7:443", false), ("https://10.0.0.77", "10.0.0.7", false),
      ("https://[::1]:8443", "::1", true), ("https://[::1]:8443", "[::1]", true),
      ("https://[::1]:8443", "[::1]:8443", true),
      ("https://[::1]:8443", "[::1]:443", false), ("https://[fe80::1]", "::1", false),
    ])
  func addressExceptions(url: String, list: String, left: Bool) throws {
    #expect(try proxy(["HTTPS_PROXY": "proxy:3128", "NO_PROXY": list], to: url) == (left ? nil : "proxy:3128"))
  }

  @Test(
    "is a configuration error where we cannot speak to it",
    arguments: [
      "https://proxy:3129", "socks5://proxy:1080", "http://", "http://user:secret@", "http://pro xy:3128",
    ])
  func errors(address: String) {
    let error = #expect(throws: ConnectionError.self) { try proxy(["HTTPS_PROXY": address]) }
    #expect(error?.description.contains("secret") == false)
  }
}
