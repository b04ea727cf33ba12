import ArgumentParser
import Settings

/// Where shipped data is looked for first.
struct DataOptions: ParsableArguments {
  @Option(help: "Folder with profiles, demo units and recordings, looked in first.") var data: String?

  var directories: DataDirectories { DataDirectories(given: data) }
}
