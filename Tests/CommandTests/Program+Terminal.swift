import Subprocess
import SystemPackage

extension Program {
  /// Runs while `body` deals with it, on a terminal of its own; then it is waited for.
  func use(on line: FileDescriptor, _ body: (RunningProgram.Child) async throws -> Void) async throws -> Ending {
    let result = try await Subprocess.run(
      // A typed Ctrl-C is a signal only where the terminal controls the session.
      .name("setsid"), arguments: Arguments(["--ctty", Self.executable.string] + arguments), environment: variables,
      input: .fileDescriptor(line, closeAfterSpawningProcess: false),
      output: .fileDescriptor(line, closeAfterSpawningProcess: false),
      error: .fileDescriptor(line, closeAfterSpawningProcess: false), body: body)
    return Ending(status: result.terminationStatus)
  }
}
