import FoundationEssentials
import Subprocess
import SystemPackage

/// What the machine boots: a kernel, and in its first file system udev, the rules and the program under test.
struct Image: Sendable {
  let kernel = cache + "/vmlinux"
  var initrd = cache + "/initrd"
  /// What the kernel is told.
  var parameters: [String] = []
  /// What else is built in, as QEMU's options say it.
  var hardware: [String] = []
  /// What the kernel and the machine's first process said.
  var log = cache + "/console.log"

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  /// What is kept in between two runs of the tests.
  static let cache = folder.appending(path: "../../.build/virtual-station").standardizedFileURL.path

  /// The disk of a plain Debian.
  static let debian = cache + "/debian.ext4"

  /// The program under test: `SCANGATE_PROGRAM`, else the one built beside these tests.
  static let program =
    ProcessInfo.processInfo.environment["SCANGATE_PROGRAM"]
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "scangate").path

  /// What is missing on this computer; nil: it can be done.
  static var missing: String? {
    missing("/usr/bin/qemu-system-x86_64") ?? missing(cache + "/packages")
  }

  /// How to get this file, where it is missing.
  static func missing(_ path: String) -> String? {
    FileManager.default.fileExists(atPath: path) ? nil : "\(path) is missing: `config/prerequisites --test` brings it"
  }

  /// Makes it, as far as it is not there already.
  init() async throws {
    try await Self.make(by: "image")
  }

  /// Runs a script that makes an image, beside this file.
  static func make(by script: String) async throws {
    let result = try await Subprocess.run(
      .path(.init(folder.appending(path: script).path)), arguments: [program, cache],
      environment: .custom(plainEnvironment), output: .string(limit: 4096), error: .string(limit: 4096))
    guard result.terminationStatus.isSuccess else { throw NoImage(reason: result.standardError) }
  }
}

struct NoImage: Error {
  let reason: String
}
