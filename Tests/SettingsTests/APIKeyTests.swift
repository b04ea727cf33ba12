import Settings
import Testing

@Suite struct APIKeyTests {
  let folder: StationFolder

  init() throws {
    folder = try StationFolder()
  }

  private func key(file: String? = nil, _ environment: [String: String] = [:]) throws -> APIKey {
    var settings = APISettings()
    settings.keyFile = file
    return try APIKey(for: settings, environment: environment)
  }

  @Test("File before credential before environment")
  func order() throws {
    let file = try folder.write(" from-file \r\n", to: "key")
    try folder.write("from-credential\n", to: "tofupilot-api-key", mode: 0o440)
    let environment = ["CREDENTIALS_DIRECTORY": folder.path, "TOFUPILOT_API_KEY": "from-environment\n"]
    #expect(try key(file: file, environment).secret == "from-file")
    #expect(try key(environment).secret == "from-credential")
    #expect(try key(environment.filter { $0.key == "TOFUPILOT_API_KEY" }).secret == "from-environment")
    #expect(try key(["CREDENTIALS_DIRECTORY": "/none", "TOFUPILOT_API_KEY": "k"]).source == .environment)
  }

  @Test("A file that others can read is refused", arguments: [0o640, 0o604, 0o644, 0o660, 0o601])
  func mode(mode: Int) throws {
    let file = try folder.write("k", to: "key", mode: mode)
    #expect(throws: APIKeyError.openToOthers(path: file, permissions: UInt32(mode))) { try key(file: file) }
  }

  @Test("A file that is named and missing is an error, whatever the environment has")
  func missingFile() throws {
    #expect(throws: APIKeyError.self) { try key(file: "/none", ["TOFUPILOT_API_KEY": "k"]) }
  }

  @Test("Empty keys, and those with more than a key in them, are refused")
  func malformed() throws {
    #expect(throws: APIKeyError.empty(.environment)) { try key(["TOFUPILOT_API_KEY": " \n"]) }
    #expect(throws: APIKeyError.malformed(.environment)) { try key(["TOFUPILOT_API_KEY": "a\nb"]) }
    #expect(throws: APIKeyError.malformed(.environment)) { try key(["TOFUPILOT_API_KEY": "schlüssel"]) }
  }

  @Test("Without a key, the three ways are named")
  func none() throws {
    let error = #expect(throws: APIKeyError.missing) { try key() }
    for way in ["api.key_file", "tofupilot-api-key", "TOFUPILOT_API_KEY"] {
      #expect(error?.description.contains(way) == true)
    }
  }

  @Test("It is never printed")
  func redacted() throws {
    let key = try key(["TOFUPILOT_API_KEY": "hush-hush"])
    var dumped = ""
    dump(key, to: &dumped)
    for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] {
      #expect(!text.contains("hush-hush"))
    }
  }
}
