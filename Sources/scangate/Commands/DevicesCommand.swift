import ArgumentParser
import Devices
import Scanning
import Settings
import Station

/// `devices`: what is plugged in, and what becomes of it.
struct DevicesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "devices",
    abstract: "Tell which scanners are plugged in, which lane has each, and what is in the way.",
    discussion: """
      Opens nothing. With --rule it prints the udev rule that marks a scanner, after it has seen a scan of it: \
      a device that a person types on gets none.
      Exits 1 if no scanner can be read.
      """
  )

  @OptionGroup var options: ConfigurationOptions
  @Flag(help: "Show keyboards and other input devices too; they are never opened.") var all = false
  @Flag(help: "One JSON object a line.") var json = false
  @Flag(help: "Print the udev rule that marks a scanner.") var rule = false
  @OptionGroup var ruleOptions: RuleOptions

  func validate() throws {
    guard rule || ruleOptions.device == nil else { throw ValidationError("a device counts only with --rule") }
  }

  func run() async throws {
    if rule { return try await ruleOptions.printRule() }
    let configuration = try options.load().configuration
    let nodes = try PluggedNode.all(of: Plugged.nodes(), by: configuration)
    let silent = try Plugged.silentScanners(besides: nodes.map(\.device))
    for node in nodes where all || node.mayBeScanner {
      print(json ? node.json.closed : node.lines.joined(separator: "\n"))
    }
    for scanner in silent { print(json ? scanner.json.closed : scanner.lines.joined(separator: "\n")) }
    if !nodes.contains(where: \.isUsable) {
      standardError(nodes.isEmpty && silent.isEmpty ? Plugged.none : "no scanner can be read: scangate identify")
      throw ExitCode.failure
    }
  }
}
