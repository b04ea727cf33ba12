import Settings
import Testing

@Suite struct ConfigurationSourceTests {
  @Test("A file that was asked for and is missing is an error")
  func missingFile() throws {
    let path = try StationFolder().path + "/none.yaml"
    let missing = Diagnostic(at: .file(path), "cannot open \(path): No such file or directory")
    #expect(throws: ConfigurationError([missing], files: [path])) {
      try ConfigurationSource(path: path, environment: [:], hostName: "A").load()
    }
  }

  @Test("Without a file, defaults and environment serve")
  func noFile() throws {
    var source = ConfigurationSource(environment: ["TOFUPILOT_URL": "http://127.0.0.1:1"], hostName: "A")
    source.defaultPath = try StationFolder().path + "/none.yaml"
    let loaded = try source.load()
    var expected = Configuration(hostName: "A")
    expected.api.address = try #require(APIAddress("http://127.0.0.1:1"))
    #expect(loaded.configuration == expected)
    #expect(loaded.path == nil)
  }

  @Test(
    "A file that cannot be read as text is told with what to do",
    arguments: [
      ("/tmp", "cannot read /tmp: Is a directory"),
      ("/bin/sh", "/bin/sh is not UTF-8 text: save it as UTF-8"),
      ("/dev/zero", "/dev/zero is over 1 MiB: is it the right file?"),
    ])
  func unreadable(path: String, expected: String) throws {
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationSource(path: path, environment: [:], hostName: "A").load()
    }
    #expect(error?.description == "\(path): \(expected)")
  }

  @Test("The file's own values stand over the environment's")
  func fileFirst() throws {
    let environment = ["TOFUPILOT_URL": "http://127.0.0.1:1", "TOFUPILOT_CA_CERT": ""]
    let file = "api: {url: 'http://127.0.0.1:2'}"
    #expect(try configuration(file, environment: environment).api.address.authority.port == 2)
    #expect(try configuration("", environment: environment).api.address.authority.port == 1)
  }

  @Test("An error in the environment names the variable")
  func environmentError() throws {
    let told = try complaints(about: "", environment: ["TOFUPILOT_URL": "tofupilot", "TOFUPILOT_CA_CERT": "/none"])
    #expect(told.count == 2)
    #expect(told.first?.hasPrefix("environment variable TOFUPILOT_URL: api.url: found \"tofupilot\"") == true)
    #expect(told.last?.hasPrefix("environment variable TOFUPILOT_CA_CERT: api.ca_file: cannot open /none") == true)
  }
}
