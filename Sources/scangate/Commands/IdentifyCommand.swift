import ArgumentParser
import Devices
import Layouts
import Scanning
import Settings
import Station

/// `identify`: scan with a scanner, and learn which it is, how it is set up, and what to add to the configuration.
struct IdentifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identify",
    abstract: "Scan with a scanner, and get the lines that set it up.",
    discussion: """
      First scan any code, which tells the device; then the check code, which tells the layout that the scanner is set \
      to, its prefix, suffix and terminator. Ctrl-C or silence ends it with what is known by then. \
      A running agent lends it all scanners and holds its lanes meanwhile.
      """
  )

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var wait: WaitOptions
  @OptionGroup var socket: SocketOption
  @Option(help: "The name of its lane. Default: the next free number.") var lane: String?
  @Flag(help: "Show the check code for laser scanners, which read no QR code.") var linear = false
  @Flag(help: "One JSON object.") var json = false

  func run() async throws {
    let configuration = try options.load().configuration
    if let lane { try configuration.checkNew(lane) }
    let sheet = try CheckCodeSheet(linear ? .linear : .matrix, in: data.directories)
    let loan = try socket.borrow(.scanners(by: "scangate identify"))
    defer { loan?.giveBack() }
    let bench = await Bench()
    let terminal = SilencedTerminal()
    defer {
      bench.close()
      terminal.restore()
    }
    let scanned = try await firstScan(on: bench, configuration)
    let layouts = try Layouts.names.map { name throws(Problem) in try Layouts().known(name) }
    // On paper the check code may be scanned at once.
    var setup = ScannerSetup(from: scanned.events, layouts: layouts)
    let sample = setup == nil ? scanned.events : []
    if setup == nil, scanned.device.transport == .wedge {
      setup = try await checkCodeScan(of: scanned.device, on: bench, layouts, sheet)
    }
    let present = LanePlan(configuration).assignment(for: scanned.device)?.lane
    let entered = configuration.scanners.first { $0.lane == present }
    var settings = entered ?? ScannerSettings(lane: configuration.freeLane, match: .surest(for: scanned.device))
    settings.lane = lane ?? settings.lane
    let scanner = IdentifiedScanner(
      scanned.device, setup: setup, text: scanned.text, events: sample, layouts: layouts, settings: settings)
    let rule = try scanned.device.isMarked ? nil : UdevRule(marking: scanned.device, besides: Plugged.nodes())
    if json { return print(scanner.json(rule: rule).closed) }
    tell(scanner, rule, isNew: entered == nil)
  }

  private func firstScan(on bench: Bench, _ configuration: Configuration) async throws -> Bench.Seen {
    let plan = LanePlan(configuration)
    let nodes = try Plugged.nodes().filter(\.types)
    // An unknown serial port may belong to anything, and be disturbed by being opened.
    let candidates = nodes.filter { $0.transport != .cdc || $0.isMarked || plan.assignment(for: $0) != nil }
    tellHeld(candidates.filter { $0.isMarked || plan.assignment(for: $0) != nil })
    guard try await !bench.listen(to: candidates).isEmpty else {
      throw Problem.failure(nodes.isEmpty ? Plugged.none : "no scanner can be listened to; with sudo, all can")
    }
    standardError("scan any code with the scanner now (\(wait.seconds) s)")
    var persons: Set<ScannerDevice> = []
    guard let scanned = await bench.scan(until: wait.deadline, persons: &persons) else {
      let typed = persons.map { "; keys came from \($0.devnode), but at a person's pace" }.sorted().joined()
      throw Problem.failure("no scan was seen\(typed). Is the scanner plugged in: scangate devices --all")
    }
    standardError("it is \(scanned.device.devnode)")
    return scanned
  }

  /// Says which scanners others have grabbed: nothing would be heard of them.
  private func tellHeld(_ scanners: [ScannerDevice]) {
    for scanner in scanners where scanner.transport == .wedge {
      do throws(DeviceError) {
        // Given back at once.
        try InputDevice(opening: scanner.devnode).grab()
      } catch {
        guard error.operation == .grab else { continue }
        standardError("\(error); the running agent gives it back for now with: sudo systemctl stop scangate")
      }
    }
  }

  private func checkCodeScan(
    of device: ScannerDevice, on bench: Bench, _ layouts: [Layout], _ sheet: CheckCodeSheet
  ) async throws -> ScannerSetup? {
    // Grabbed, so that the code goes into no other window.
    guard try await !bench.listen(to: [device], grab: true).isEmpty else { return nil }
    standardError("now scan this check code (\(wait.seconds) s); to print it: \(sheet.printable)")
    sheet.show()
    let deadline = wait.deadline
    var persons: Set<ScannerDevice> = []
    while let scanned = await bench.scan(until: deadline, persons: &persons) {
      if let setup = ScannerSetup(from: scanned.events, layouts: layouts) { return setup }
      standardError("that was another code, or a layout that scangate does not know: scan the check code")
    }
    return nil
  }

  private func tell(_ scanner: IdentifiedScanner, _ rule: UdevRule?, isNew: Bool) {
    print(scanner.lines.joined(separator: "\n"))
    if let rule {
      print(
        """

        no rule marks it yet. Into \(UdevRule.file):

        \(rule)

        then: \(rule.commands.joined(separator: " && "))
        """)
    }
    let place =
      isNew
      ? "below the entries there; as soon as there is one, every scanner needs one"
      : "in place of the entry that it has there"
    print("\ninto /etc/scangate/scangate.yaml, \(place):\n\n\(scanner.settings.entry)\nthen: scangate config check")
  }
}

extension Configuration {
  /// Refuses a name that `scanners:` would refuse.
  fileprivate func checkNew(_ lane: String) throws {
    let taken = scanners.map(\.lane) + [Self.inputLane]
    guard taken.contains(lane) || lane.allSatisfy(\.isWhitespace) else { return }
    throw ValidationError(
      "found the lane \(lane.quoted), expected a name of its own, other than \(taken.map(\.quoted).joined(separator: ", "))"
    )
  }

  /// The first number that is no lane yet.
  fileprivate var freeLane: String {
    let taken = Set(scanners.map(\.lane))
    return (1...).lazy.map(String.init).first { !taken.contains($0) } ?? "1"
  }
}
