import ArgumentParser
import Devices
import Scanning

/// Which device `devices --rule` is to mark, and how it is told from the others.
struct RuleOptions: ParsableArguments {
  @Flag(help: "With --rule: only in the socket where it is now.") var port = false
  @Flag(help: "With --rule and a device: without having seen it scan.") var unseen = false
  @OptionGroup var wait: WaitOptions
  @Argument(help: "With --rule: the device, by its node; default: the one that scans.") var device: String?

  func printRule() async throws {
    let nodes = try Plugged.nodes().filter(\.types)
    let marked = try await chosen(among: nodes)
    guard let rule = UdevRule(marking: marked, inItsSocketOnly: port) else {
      throw Problem.failure(
        "\(marked.devnode) has no USB id that a rule could name; name it in scanners: by serial or port instead")
    }
    if let other = nodes.first(where: rule.takesToo) {
      throw Problem.failure(
        """
        \(other.devnode) (\((other.name ?? "no name").escaped())) looks the same, and the rule would take it too; \
        unplug it, or mark the scanner's socket alone: scangate devices --rule --port
        """)
    }
    print(rule)
    standardError("the lines belong into \(UdevRule.file); then:")
    for command in rule.commands { standardError("  \(command)") }
  }

  private func chosen(among nodes: [ScannerDevice]) async throws -> ScannerDevice {
    var candidates = nodes.filter { $0.transport != .cdc }
    if let device {
      candidates = nodes.filter { $0.devnode == device || $0.links.contains(device) }
      guard let named = candidates.first else {
        throw Problem.failure("no scanner or keyboard is at \(device.quoted): scangate devices --all")
      }
      // Nobody types on a bar code scanner's own interface; a serial port is told by whom it belongs to.
      if unseen || named.transport != .wedge { return named }
    }
    return try await seen(among: candidates)
  }

  private func seen(among candidates: [ScannerDevice]) async throws -> ScannerDevice {
    let bench = await Bench()
    defer { bench.close() }
    let terminal = SilencedTerminal()
    defer { terminal.restore() }
    guard try await !bench.listen(to: candidates).isEmpty else {
      throw Problem.failure("there is nothing to listen to: scangate devices --all, or with sudo")
    }
    standardError("scan any code with the scanner now (\(wait.seconds) s)")
    var persons: Set<ScannerDevice> = []
    if let scanned = await bench.scan(until: wait.deadline, persons: &persons) { return scanned.device }
    guard let person = persons.first else {
      throw Problem.failure("no scan was seen. A slow scanner: scangate devices --rule --unseen NODE")
    }
    let name = (person.name ?? "no name").escaped()
    throw Problem.failure("a person types on \(person.devnode) (\(name)), so it gets no rule; nothing else scanned")
  }
}
