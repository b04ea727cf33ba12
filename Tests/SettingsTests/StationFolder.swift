import Foundation
import Settings

/// A folder with the files of a station, removed with the last use of it.
final class StationFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "scangate-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
    let file = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    return file
  }

  /// Loads a configuration file with this text.
  func load(_ text: String, environment: [String: String] = [:]) throws -> LoadedConfiguration {
    let path = try write(text, to: "scangate.yaml")
    return try ConfigurationSource(path: path, environment: environment, hostName: "station-7").load()
  }
}

/// The values of a configuration file with this text.
func configuration(_ text: String, environment: [String: String] = [:]) throws -> Configuration {
  try StationFolder().load(text, environment: environment).configuration
}

/// What is told about a file with this text, its folder left off.
func complaints(about text: String, environment: [String: String] = [:]) throws -> [String] {
  let folder = try StationFolder()
  let diagnostics: [Diagnostic]
  do {
    diagnostics = try folder.load(text, environment: environment).warnings
  } catch let error as ConfigurationError {
    diagnostics = error.diagnostics
  }
  return diagnostics.map { $0.description.replacingOccurrences(of: folder.path + "/", with: "") }
}
