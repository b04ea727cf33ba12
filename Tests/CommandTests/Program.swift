import Subprocess
import SystemPackage

/// The program as it was built beside these tests, with what it is started with.
///
/// Nothing of this machine's own environment comes along: neither its key nor its preloaded libraries.
struct Program {
  let arguments: [String]
  /// Where it keeps its journal; its own.
  let state = try? TemporaryFolder()
  /// The path is where `setsid` is.
  private var environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "TZ": "UTC"]

  /// The test executable's path is its own first argument.
  static let executable = FilePath(CommandLine.arguments[0]).removingLastComponent().appending("scangate")

  init(_ arguments: [String], environment: [String: String] = [:]) {
    self.arguments = arguments
    self.environment["STATE_DIRECTORY"] = state?.path
    self.environment.merge(environment) { $1 }
  }

  init(_ arguments: String...) {
    self.init(arguments)
  }

  /// The same with more in its environment.
  func with(_ environment: [String: String]) -> Program {
    var program = self
    program.environment.merge(environment) { $1 }
    return program
  }

  /// Runs to the end on this input.
  func end(input: String = "") async throws -> Ending {
    try await use { $0.input.write(input) }
  }

  /// Runs while `body` deals with it, on pipes; then its input ends, and it is waited for.
  func use(_ body: (RunningProgram) async throws -> Void) async throws -> Ending {
    let output = try FileDescriptor.pipe()
    let said = Transcript(of: output.readEnd)
    var ending = try await use(printingTo: output.writeEnd) { child, input, errors in
      try await body(RunningProgram(child: child, input: input, output: said, errors: errors))
    }
    ending.output = await said.whole
    return ending
  }

  /// Runs while `body` deals with it, with a descriptor as its standard output that is its own from then on.
  func use(
    printingTo output: FileDescriptor, _ body: (RunningProgram.Child, WritingEnd, Transcript) async throws -> Void
  ) async throws -> Ending {
    // Its folder is there to the end.
    defer { withExtendedLifetime(state) {} }
    let input = try FileDescriptor.pipe()
    let errors = try FileDescriptor.pipe()
    let stdin = WritingEnd(input.writeEnd)
    let stderr = Transcript(of: errors.readEnd)
    let result = try await Subprocess.run(
      .path(Self.executable), arguments: Arguments(arguments), environment: variables,
      input: .fileDescriptor(input.readEnd, closeAfterSpawningProcess: true),
      output: .fileDescriptor(output, closeAfterSpawningProcess: true),
      error: .fileDescriptor(errors.writeEnd, closeAfterSpawningProcess: true)
    ) { child in
      try await body(child, stdin, stderr)
      stdin.close()
    }
    return Ending(status: result.terminationStatus, errors: await stderr.whole)
  }

  var variables: Environment {
    .custom(Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) }))
  }
}

extension Program {
  /// `check` with the stand-in's key; without a configuration file, by defaults alone.
  static func check(
    _ serials: [String], _ options: String..., at url: String, configuration: String = "/dev/null"
  ) -> Program {
    Program(["check", "--config", configuration] + options + ["--"] + serials, environment: api(url))
  }

  /// `run --stdin` with the stand-in's key; without a configuration file, by defaults alone.
  static func run(
    _ format: String, _ options: String..., at url: String, key: String = "demo", configuration: String = "/dev/null"
  ) -> Program {
    Program(
      ["run", "--stdin", "--format", format, "--config", configuration] + options, environment: api(url, key: key))
  }

  private static func api(_ url: String, key: String = "demo") -> [String: String] {
    ["TOFUPILOT_URL": url, "TOFUPILOT_API_KEY": key]
  }
}
