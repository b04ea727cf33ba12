import Foundation

/// All that is installed, laid out by `config/stage` in a folder of the test's.
final class StagedFiles {
  /// What stands for `/`.
  let root: String
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    root = folder.path + "/root"
    let stage = Process()
    stage.executableURL = URL(filePath: shipped + "/stage")
    // Any program will do: it is copied, and says what there is to complete.
    stage.arguments = ["/bin/true", root]
    try stage.run()
    stage.waitUntilExit()
    guard stage.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }

  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + path)
  }

  func isProgram(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: root + path)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: root + path, encoding: .utf8)
  }

  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root + folder).sorted()
  }

  func unit(_ name: String) throws -> UnitFile {
    try UnitFile(at: "\(root)/usr/lib/systemd/system/\(name)")
  }

  var units: [UnitFile] {
    get throws { try names(in: "/usr/lib/systemd/system").map(unit) }
  }
}
