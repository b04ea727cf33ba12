import ArgumentParser
import Devices
import Scanning

/// How long a command waits for a scan.
struct WaitOptions: ParsableArguments {
  @Option(help: "How many seconds to wait for a scan.") var seconds = 30

  func validate() throws {
    guard (1...3600).contains(seconds) else { throw ValidationError("--seconds: found \(seconds), allowed 1 to 3600") }
  }

  /// When the waiting that begins now is over.
  var deadline: EventTime { .now() + .seconds(seconds) }
}
