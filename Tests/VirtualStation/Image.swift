import FoundationEssentials
import Subprocess
import SystemPackage

/// What the machine boots: a kernel, and in its first file system udev, the rules and the program under test.
struct Image {
  let kernel = cache + "/vmlinux"
  let initrd = cache + "/initrd"
  /// What the kernel and the machine's first process said.
  let log = cache + "/console.log"

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  /// What is kept in between two runs of the tests.
  private static let cache = folder.appending(path: "../../.build/virtual-station").standardizedFileURL.path

  /// The program under test: `SCANGATE_PROGRAM`, else the one built beside these tests.
  static let program =
    ProcessInfo.processInfo.environment["SCANGATE_PROGRAM"]
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "scangate").path

  /// What is missing on this computer; nil: it can be done.
  static var missing: String? {
    for path in ["/usr/bin/qemu-system-x86_64", cache + "/packages"] where !FileManager.default.fileExists(atPath: path)
    {
      return "\(path) is missing: `config/prerequisites --test` brings it"
    }
    return nil
  }

  /// Makes it, as far as it is not there already.
  init() async throws {
    let result = try await Subprocess.run(
      .path(.init(Self.folder.appending(path: "image").path)), arguments: [Self.program, Self.cache],
      environment: .custom(plainEnvironment), output: .string(limit: 4096), error: .string(limit: 4096))
    guard result.terminationStatus.isSuccess else { throw NoImage(reason: result.standardError) }
  }
}

struct NoImage: Error {
  let reason: String
}
