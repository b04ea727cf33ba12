import ArgumentParser
import Glibc
import Settings

/// Which configuration a command works by.
struct ConfigurationOptions: ParsableArguments {
  @Option(help: "The configuration file. Default: /etc/scangate/scangate.yaml")
  var config: String?

  var source: ConfigurationSource {
    ConfigurationSource(path: config, environment: ProcessEnvironment.variables, hostName: Self.hostName)
  }

  /// All that is wrong is told at once.
  func load() throws(Problem) -> LoadedConfiguration {
    do throws(ConfigurationError) {
      return try source.load()
    } catch {
      throw .configuration(error)
    }
  }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
