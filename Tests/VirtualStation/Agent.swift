import Testing

/// The program under test, at work in the machine as its own user.
struct Agent: Sendable {
  let machine: Machine
  private let url: String

  /// One that has started with the machine.
  init(on machine: Machine, at url: String) {
    self.machine = machine
    self.url = url
  }

  /// Starts it, with nothing plugged in, and waits until it has looked for scanners and asked the API.
  ///
  /// - Parameter url: the API's, as the machine sees it.
  init(on machine: Machine, at url: String, configuration: String) async throws {
    self.init(on: machine, at: url)
    try await machine.guest.write(configuration, to: "/tmp/station.yaml")
    try await start()
    _ = try await line { $0.type == "station" }
  }

  /// Starts it once more, with a scanner plugged in, and waits until that can scan.
  func restart(with scanner: USBScanner, lane: String? = nil) async throws {
    try await start()
    let lane = lane ?? self.lane(of: scanner)
    _ = try await lines(
      { $0.type == "station" }, { $0.type == "scanner" && $0.state == "attached" && $0.lane == lane })
    try scanner.settle()
  }

  /// Starts it; what it tells is still to be awaited.
  func start() async throws {
    // The port is one for all agents: what comes before this line another has said.
    let beginning = "agent of \(url) begins"
    try await machine.guest.run("echo '\(beginning)' >/dev/virtio-ports/agent")
    try await machine.guest.run("run_agent \(url) --config /tmp/station.yaml & agent=$!")
    _ = try await machine.output.line { $0 == beginning }
  }

  /// Sends a signal: `KILL`, `STOP`.
  func signal(_ name: String) async throws {
    try await machine.guest.run("kill -\(name) $agent")
  }

  /// Sends a signal and waits for its end; gives the exit status of the shell.
  @discardableResult
  func end(by signal: String) async throws -> Int {
    try await machine.guest.attempt("kill -\(signal) $agent; kill -CONT $agent; wait $agent").status
  }

  /// Waits until it has read all these reports since `body` began; each is a key and the end of a frame at least.
  func reading(_ reports: Int, _ body: () throws -> Void) async throws {
    try await reading(bytes: reports * 2 * Self.eventSize, body)
  }

  /// Waits until it has read so many bytes since `body` began.
  func reading(bytes: Int, _ body: () throws -> Void) async throws {
    let read = "$(awk '/^rchar/ {print $2}' /proc/$agent/io)"
    try await machine.guest.run("before=\(read)")
    try body()
    try await machine.guest.awaits("[ \(read) -ge $((before + \(bytes))) ]")
  }

  /// Of a kernel's `input_event`.
  private static let eventSize = 24

  /// The next line that is wanted; those before it are passed over.
  func line(_ isWanted: @Sendable (JSONLine) -> Bool) async throws -> JSONLine {
    while true {
      let line = try JSONLine(try await machine.output.line { $0.hasPrefix("{") })
      if isWanted(line) { return line }
    }
  }

  /// The next line of each kind that is wanted, in this order, whatever the order in which they come.
  func lines(_ wanted: (@Sendable (JSONLine) -> Bool)...) async throws -> [JSONLine] {
    var found = [JSONLine?](repeating: nil, count: wanted.count)
    while found.contains(where: { $0 == nil }) {
      let line = try await line { line in wanted.contains { $0(line) } }
      if let place = wanted.indices.first(where: { found[$0] == nil && wanted[$0](line) }) { found[place] = line }
    }
    return found.compactMap(\.self)
  }

  /// The next verdict.
  func verdict() async throws -> JSONLine {
    let verdict = try await line { $0.type == "verdict" }
    Tally.shared.addVerdict()
    return verdict
  }

  /// Waits until the station is in this state.
  @discardableResult
  func station(is state: String) async throws -> JSONLine {
    try await line { $0.type == "station" && $0.state == state }
  }

  /// Waits until a lane's scanner has come or gone.
  @discardableResult
  func scanner(is state: String, on lane: String? = nil) async throws -> JSONLine {
    try await line { $0.type == "scanner" && $0.state == state && (lane == nil || $0.lane == lane) }
  }

  /// Plugs a scanner in and waits until it can scan.
  func attach(_ scanner: USBScanner, lane: String? = nil) async throws {
    try scanner.plug()
    try await self.scanner(is: "attached", on: lane ?? self.lane(of: scanner))
    try scanner.settle()
  }

  /// Where no `scanners:` name lanes.
  private func lane(of scanner: USBScanner) -> String {
    scanner.device.serial ?? scanner.socket.port
  }

  /// Scans a unit that may pass: it does.
  func passes(_ scanner: USBScanner) async throws {
    try scanner.scan(Unit.passed)
    try await passes()
  }

  /// The next verdict is of a unit that may pass, and it does.
  func passes() async throws {
    let verdict = try await verdict()
    #expect(verdict.scan == Unit.passed, "\(verdict)")
    #expect(verdict.verdict == "PASS", "\(verdict)")
    #expect(verdict.shown == true, "\(verdict)")
  }
}
