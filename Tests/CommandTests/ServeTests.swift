import Subprocess
import Testing

extension CommandTests {
  @Suite struct ServeTests {
    private let files: TemporaryFolder

    init() throws {
      files = try TemporaryFolder()
    }

    @Test("port 0 is a free one, and the real one is printed at once", arguments: [1, 2])
    func port(round: Int) async throws {
      try await serving { url in
        try await serving { other in
          #expect(url != other)
          for url in [url, other] {
            #expect(!url.hasSuffix(":0"))
            let ending = try await Program.check([Unit.passed], at: url).end()
            #expect(ending.code == 0)
          }
        }
      }
    }

    @Test("a port that is taken is told, with the way out")
    func takenPort() async throws {
      let taken = try ReservedPort()
      let ending = try await Program("serve", "--port", "\(taken.number)").end()
      #expect(ending.code == 1)
      #expect(ending.output == "")
      #expect(ending.errors.contains("\(taken.number)"))
      #expect(ending.errors.contains("another port"))
    }

    @Test("the key is demanded: 'demo', or the one in the key file")
    func key() async throws {
      let file = try files.file("key", "quite-secret\n")
      try await serving("--key-file", file) { url in
        let verdicts = try await Program.check([Unit.passed], "--json", at: url).end().json
        #expect(verdicts.map(\.codes) == [["unauthorized"]])
        let configuration = try files.file("station.yaml", "api: {key_file: \(file)}")
        #expect(try await Program.check([Unit.passed], at: url, configuration: configuration).end().code == 0)
      }
    }

    @Test("units come from the file that is named, and an error in it is told with its place")
    func units() async throws {
      let empty = try files.file("empty.json", "[]")
      try await serving("--units", empty) { url in
        let verdicts = try await Program.check([Unit.passed], "--json", at: url).end().json
        #expect(verdicts.map(\.codes) == [["unknown_unit"]])
      }
      let broken = try files.file("broken.json", #"[{"id": 7}]"#)
      for path in [broken, files.path + "/missing.json"] {
        let ending = try await Program("serve", "--port", "0", "--units", path).end()
        #expect(ending.code == 78)
        #expect(ending.errors.contains(path))
      }
    }

    @Test("a delay passes before the answer")
    func delay() async throws {
      try await serving("--delay", "700ms") { url in
        let clock = ContinuousClock()
        let began = clock.now
        let ending = try await Program.check([Unit.passed], at: url).end()
        #expect(ending.code == 0)
        #expect(clock.now - began >= .milliseconds(700))
      }
    }

    @Test(
      "it ends by signal within a second, even with an answer still held back",
      arguments: [Signal.terminate, .interrupt])
    func ends(signal: Signal) async throws {
      let quick = try files.file("quick.yaml", "api: {deadline: 1s, connect_timeout: 500ms}")
      let clock = ContinuousClock()
      var signalled = clock.now
      let ending = try await Program("serve", "--port", "0", "--delay", "30s").use { server in
        let url = try await server.output.line { $0.hasPrefix("http:") }
        #expect(try await Program.check([Unit.passed], at: url, configuration: quick).end().code == 2)
        signalled = clock.now
        try server.child.send(signal: signal)
      }
      #expect(clock.now - signalled < .seconds(1))
      #expect(ending.code == 0)
      #expect(ending.errors == "")
    }
  }
}
