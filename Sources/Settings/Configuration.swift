package import Gating
import Scanning

/// What this station is to do: the configuration file as values, with a default for all that it leaves out.
package struct Configuration: Hashable, Sendable {
  /// A saved file is put in force at once; otherwise at the next reload.
  package var watchesFile = true
  package var station: StationSettings
  package var api = APISettings()
  package var gate = Gate()
  /// One for each lane; empty: each marked scanner is a lane of its own.
  package var scanners: [ScannerSettings] = []
  package var indicators: [IndicatorSettings] = []
  package var screen = ScreenSettings()
  package var journal = JournalSettings()
  /// Where the state of health is served; nil: nowhere.
  package var health: Authority?

  /// The lane of scans that come from standard input.
  package static let inputLane = "stdin"

  package init(hostName: String) {
    station = StationSettings(name: hostName)
  }
}

extension Configuration: Section {
  static var fields: [Field<Configuration>] {
    [
      Field("watch", \.watchesFile, .flag),
      Field("station", \.station),
      Field("api", \.api),
      Field("gate", \.gate),
      .gateFile,
      Field("scanners", \.scanners, .list(of: .scanner)),
      Field("indicators", \.indicators, .list(of: .indicator)),
      Field("screen", \.screen),
      Field("journal", \.journal),
      Field("health", \.health, .listener),
    ]
  }

  func check(_ reader: NodeReader) {
    checkGateFile(reader)
    checkScanners(reader)
    checkIndicators(reader)
    checkScreen(reader)
  }

  /// What a serial number may be made of is said once, at the gate.
  mutating func spreadAlphabet() {
    for index in scanners.indices {
      scanners[index].extraction.alphabet = gate.alphabet
    }
  }
}
