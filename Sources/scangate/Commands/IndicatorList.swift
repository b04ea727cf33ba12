import ArgumentParser
import Settings
import Signals
import Station

/// `indicator list`: the profiles that there are.
struct IndicatorList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Name every profile: its light, and the file that describes it.",
    discussion: "Exits 1 if one of them cannot be read."
  )

  @OptionGroup var data: DataOptions
  @Flag(help: "One JSON object a line.") var json = false

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
        let padding = String(repeating: " ", count: width - name.count)
        print(json ? line(name, light, path).closed : "\(name)\(padding)  \(light)  (\(path))")
      } catch {
        isWhole = false
        standardError("\(error)")
      }
    }
    if !isWhole { throw ExitCode.failure }
  }

  private func line(_ name: String, _ light: String, _ path: String) -> JSONLine {
    var line = JSONLine()
    line.add("type", "profile")
    line.add("name", name)
    line.add("light", light)
    line.add("path", path)
    return line
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
