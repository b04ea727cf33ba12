import Glibc

/// The program at a bench whose devices are those of the test bed.
extension TestBed {
  /// By defaults alone, unless a configuration is named.
  func program(_ arguments: String...) -> Program { program(arguments) }

  func program(_ arguments: [String], environment: [String: String] = [:]) -> Program {
    let configured = arguments.contains("--config") ? [] : ["--config", "/dev/null"]
    return Program(
      arguments + configured,
      environment: ["LD_PRELOAD": "libumockdev-preload.so.0", "UMOCKDEV_DIR": root].merging(environment) { $1 })
  }

  /// Its node goes, and udev does not say so yet.
  func remove(_ scanner: MockScanner) {
    unlink(root + scanner.devnode)
  }
}
