import ArgumentParser
import Layouts
import Scanning
import Settings
import TofuPilot

/// `config`: the configuration file, looked at.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Check or show the configuration.",
    subcommands: [Check.self, Show.self]
  )

  /// `config check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell every error and every line that is seldom meant.",
      discussion: "Exits 0 if the file can be put in force, else 78.")

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var data: DataOptions

    func run() throws {
      let loaded = try options.load()
      _ = try loaded.lights(data.directories)
      for warning in loaded.warnings { print(warning) }
      do throws(APIKeyError) {
        _ = try APIKey(for: loaded.configuration.api, environment: ProcessEnvironment.variables)
      } catch {
        print("warning: \(error); without it, run and check end with 78")
        return tellValid(loaded)
      }
      // What only the connection knows: the proxy, the certificates.
      try loaded.client().shutdown()
      tellValid(loaded)
    }

    private func tellValid(_ loaded: LoadedConfiguration) {
      print("\(loaded.path ?? "no file: defaults and environment"): can be put in force (\(loaded.hash))")
    }
  }

  /// `config show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the effective values and where each comes from.")

    @OptionGroup var options: ConfigurationOptions
    @Option(help: "List what a scanner set to this keyboard layout can type.") var layout: String?

    func run() throws {
      if let layout { return try show(layout: layout) }
      let loaded = try options.load()
      do throws(APIKeyError) {
        let key = try APIKey(for: loaded.configuration.api, environment: ProcessEnvironment.variables)
        print(loaded.yaml(keySource: key.source), terminator: "")
      } catch {
        print(loaded.yaml(keySource: nil), terminator: "")
        standardError("\(error)")
      }
    }

    private func show(layout name: String) throws(Problem) {
      let layout = try Layouts().known(name)
      print(String(String.UnicodeScalarView(layout.typeable)))
      if !layout.composable.isEmpty {
        print("with a dead accent: \(String(String.UnicodeScalarView(layout.composable)))")
      }
    }
  }
}
