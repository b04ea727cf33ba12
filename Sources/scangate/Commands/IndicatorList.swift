import ArgumentParser
import Settings
import Signals

/// `indicator list`: the profiles that there are.
struct IndicatorList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Name every profile: its light, and the file that describes it.",
    discussion: "Exits 1 if one of them cannot be read."
  )

  @OptionGroup var data: DataOptions

  func run() throws {
    let files = self.files
    guard !files.isEmpty else {
      throw Problem.configuration("no profile, a file indicators/NAME.yaml, in \(data.directories.paths)")
    }
    let width = files.map(\.name.count).max() ?? 0
    var isWhole = true
    for (name, path) in files {
      do throws(ConfigurationError) {
        let light = try Profile(at: path).light
        print("\(name)\(String(repeating: " ", count: width - name.count))  \(light)  (\(path))")
      } catch {
        isWhole = false
        standardError("\(error)")
      }
    }
    if !isWhole { throw ExitCode.failure }
  }

  /// By name; of two with the same, the one that is used.
  private var files: [(name: String, path: String)] {
    var files: [String: String] = [:]
    for path in data.directories.paths.flatMap({ FolderListing("\($0)/indicators", suffix: ".yaml").paths }) {
      let name = path.split(separator: "/").last.map { String($0.dropLast(".yaml".count)) } ?? path
      if files[name] == nil { files[name] = path }
    }
    return files.sorted { $0.key < $1.key }.map { (name: $0, path: $1) }
  }
}
