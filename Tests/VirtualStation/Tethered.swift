import Subprocess
import SystemPackage

/// What other programs are started with: nothing of this process' own comes along, no preloaded library, no key.
let plainEnvironment: [Environment.Key: String] = [
  "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "TZ": "UTC",
]

/// Runs a program while `body` talks with what it prints; it outlives neither `body` nor this process, whatever ends it.
func tethered<Result: Sendable>(
  _ command: [String], _ body: (Conversation) async throws -> Result
) async throws -> Result {
  let input = try FileDescriptor.pipe()
  let output = try FileDescriptor.pipe()
  let printed = Conversation(output.readEnd)
  // The shell's input ends with this process; with the shell ends the program.
  let leash = #"setpriv --pdeathsig KILL -- "$@" 2>&1 & read -r _; kill -KILL $!"#
  let outcome = try await Subprocess.run(
    .name("sh"), arguments: Arguments(["-c", leash, "sh"] + command),
    environment: .custom(plainEnvironment),
    input: .fileDescriptor(input.readEnd, closeAfterSpawningProcess: true),
    output: .fileDescriptor(output.writeEnd, closeAfterSpawningProcess: true), error: .discarded
  ) { _ in
    defer { try? input.writeEnd.close() }
    return try await body(printed)
  }
  return outcome.closureResult
}
