import ArgumentParser
import Devices
import Layouts
import Scanning
import Settings
import Station

/// `record`: a scanner's scans, kept as they were typed.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Write a scanner's scans down, for `replay` and for a bug report.",
    discussion: """
      Ends with Ctrl-C, or after --scans scans. What it writes expects the scans that came out. \
      A running agent lends it the lane's scanner and holds the lane meanwhile.
      """
  )

  @OptionGroup var options: ConfigurationOptions
  @OptionGroup var socket: SocketOption
  @Option(help: "The scanner, by its node.") var device: String?
  @Option(help: "The scanner, by its lane. Default: the only one that has a lane.") var lane: String?
  @Option(help: "The layout that the scanner is set to. Default: its lane's, else us.") var layout: String?
  @Option(help: "End after so many scans.") var scans: Int?
  @Flag(help: "Leave its keys to other programs as well.") var noGrab = false
  @Flag(help: "Write other digits and letters than were scanned, at the same times.") var redact = false
  @Argument(help: "The file, which must not exist yet. Default: standard output.") var file: String?

  func validate() throws {
    if let scans, scans < 1 { throw ValidationError("--scans: found \(scans), allowed 1 or more") }
  }

  func run() async throws {
    let configuration = try options.load().configuration
    let output = try file.map { path throws(Problem) in try NewFile(path) }
    let (scanner, assignment) = try chosen(by: LanePlan(configuration))
    let layout = try layout.map { name throws(Problem) in try Layouts().known(name) } ?? assignment.layout
    let loan = try socket.borrow(.scanners(of: assignment.lane, by: "scangate record"))
    defer { loan?.giveBack() }
    let bench = await Bench()
    let terminal = SilencedTerminal()
    defer {
      bench.close()
      terminal.restore()
    }
    let grabbedAt = EventTime.now()
    guard try await !bench.listen(to: [scanner], grab: !noGrab).isEmpty else { throw ExitCode.failure }
    standardError("scan now; \(scans.map { "it ends after scan \($0)" } ?? "Ctrl-C ends it")")
    let reader = WedgeReader(layout: layout, terminator: assignment.terminator, grabbedAt: grabbedAt)
    var (events, detachedAt) = await bench.events(through: reader, upTo: scans ?? .max)
    bench.close()

    guard !events.isEmpty else { throw Problem.failure("nothing was scanned, so nothing is written") }
    if redact { events = try redacted(events, layout) }
    let title = "\(scanner.name ?? "A scanner") \(scanner.usbID ?? "")".escaped()
    let timeline = Timeline(
      recorded: events, notes: [redact ? "\(title); digits and letters are not those that were scanned." : title],
      layout: layout, terminator: assignment.terminator, grabbedAt: grabbedAt, detachedAt: detachedAt)
    guard let output else { return print(timeline.rendered(), terminator: "") }
    try output.write(timeline.rendered())
    standardError("scans in \(output.path): \(timeline.expectations.count); scangate replay \(output.path)")
  }

  private func chosen(by plan: LanePlan) throws(Problem) -> (ScannerDevice, Assignment) {
    let keyboards = try Plugged.nodes().filter { $0.transport == .wedge && $0.types }
    let claimed = keyboards.compactMap { node in plan.assignment(for: node).map { (node, $0) } }
    if let device {
      guard let node = keyboards.first(where: { $0.devnode == device || $0.links.contains(device) }) else {
        throw .failure("no keyboard-mode scanner is at \(device.quoted): scangate devices --all")
      }
      return (node, plan.assignment(for: node) ?? Assignment(lane: device))
    }
    let fitting = claimed.filter { lane == nil || $1.lane == lane }
    guard let first = fitting.first else {
      let wanted = lane.map { "is of lane \($0.quoted)" } ?? "has a lane"
      throw .failure("no keyboard-mode scanner \(wanted): scangate devices")
    }
    guard fitting.count == 1 else {
      let nodes = fitting.map(\.0.devnode).joined(separator: ", ")
      throw .failure("several scanners fit: name one with --device: \(nodes)")
    }
    return first
  }

  private func redacted(_ events: [InputEvent], _ layout: Layout) throws(Problem) -> [InputEvent] {
    var random = SystemRandomNumberGenerator()
    guard let redacted = Redaction(layout: layout, using: &random).redacted(events) else {
      throw .failure("a scanner in ALT mode types numbers, which --redact cannot change: record a made-up code")
    }
    return redacted
  }
}

extension Bench {
  /// What a scanner types until so many scans have come out, Ctrl-C is pressed or it is pulled; each scan is told.
  fileprivate func events(
    through reader: WedgeReader, upTo limit: Int
  ) async -> (events: [InputEvent], detachedAt: EventTime?) {
    var reader = reader
    var events: [InputEvent] = []
    var count = 0
    let tell = { (event: ScannerEvent) in
      guard case .scan(let scan) = event else { return }
      count += 1
      standardError("\(Timeline.Expectation(scan))")
    }
    while let occurrence = await next() {
      switch occurrence {
      case .heard(_, .event(let event)):
        events.append(event)
        reader.receive(event, into: tell)
      case .heard(_, .lost(let error)):
        standardError("\(error)")
        return (events, .now())
      case .heard, .interrupted: continue
      case .tick:
        if let ended = reader.expire(at: .now()) { tell(ended) }
        // A tick later than the last terminator, so that its release is in the recording too.
        if count >= limit { return (events, nil) }
      }
    }
    return (events, nil)
  }
}
