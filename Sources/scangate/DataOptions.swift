import ArgumentParser
import Settings
import StandIn

/// Where shipped data is looked for first.
struct DataOptions: ParsableArguments {
  @Option(help: "Folder with profiles, demo units and recordings, looked in first.") var data: String?

  var directories: DataDirectories { DataDirectories(given: data) }

  /// The units of a file, or the demo's.
  func units(from path: String? = nil) throws(Problem) -> Units {
    do {
      return try Units(file: path ?? directories.find("demo-units.json"))
    } catch {
      throw .configuration("\(error)")
    }
  }
}
