import Testing

/// scangate as the machine's service: as its administrator, its operator and its auditor have it.
struct Service: Sendable {
  let machine: Machine
  let ledger: Ledger
  let scanner: USBScanner

  /// The scanner stands in the first socket, plugged in or not.
  init(on machine: Machine, _ ledger: Ledger) {
    self.machine = machine
    self.ledger = ledger
    scanner = USBScanner(.scanner(), in: machine.sockets[0])
  }

  /// Brings a package in; gives what the administrator reads.
  @discardableResult
  func install(revision: Int = 1) async throws -> String {
    try await machine.guest.run("dpkg -i /mnt/scangate_*-\(revision)_*.deb")
  }

  /// Numbers in quick succession are no two labels in view.
  static let configuration = "gate: {two_labels: 0s}"

  /// Writes the configuration, for an API at this URL.
  func configure(for url: String, _ configuration: String = configuration) async throws {
    try await machine.guest.write("api: {url: \(url)}\n\(configuration)\n", to: "/etc/scangate/scangate.yaml")
  }

  /// Pastes a key, as the installation asks for, and waits until it is taken up.
  func give(key: String) async throws {
    try await restarts("echo \(key) | install -m 600 /dev/stdin /etc/scangate/api-key")
  }

  /// Installed, configured, with its key and its scanner, it works.
  func begin(at url: String, _ configuration: String = configuration) async throws {
    let isInstalled = try await machine.guest.attempt("[ -x /usr/bin/scangate ]").status == 0
    if !isInstalled { try await install() }
    try await configure(for: url, configuration)
    try await give(key: "demo")
    // Nobody cuts the power of a station that is being set up.
    try await machine.guest.run("sync")
    try scanner.plug()
    try await watch()
  }

  /// Opens the monitor, and waits until the service works and its scanner can scan.
  func watch() async throws {
    try await awaits("systemctl is-active --quiet scangate")
    // What comes before this line another monitor has said.
    let beginning = "monitor \(ledger) begins"
    try await machine.guest.run(
      "systemctl stop monitor; echo '\(beginning)' >/dev/virtio-ports/agent; systemctl start monitor")
    _ = try await machine.output.line { said in
      if said.hasPrefix("{") { ledger.enter(try JSONLine(said)) }
      return said == beginning
    }
    try await station(is: "ready")
    try scanner.settle()
  }

  /// Does this to the agent, and waits until it is back by itself.
  func suffers(_ mishap: Mishap) async throws {
    try await restarts(mishap.rawValue)
    try await watch()
  }

  /// Waits until the service has another process than before this command, says that it is ready, and can be scanned for.
  func restarts(_ command: String) async throws {
    let process = "$(systemctl show --property MainPID --value scangate)"
    try await machine.guest.run("was=\(process); \(command)")
    try await awaits("[ \(process) != $was ] && systemctl is-active --quiet scangate")
    try scanner.settle()
  }

  /// Waits until this holds of the service; where it never does, tells what the service said instead.
  private func awaits(_ condition: String) async throws {
    let looks = "for look in $(seq 300); do \(condition) && break; sleep 0.1; done; \(condition)"
    let said = "systemctl status scangate; journalctl --no-pager --lines 20; false"
    try await machine.guest.run("{ \(looks); } || { \(said); }")
  }

  /// Scans the next unit and waits for its verdict.
  @discardableResult
  func scan() async throws -> JSONLine {
    let number = try ledger.scan(with: scanner)
    return try await line { $0.type == "verdict" && $0.scan == number }
  }

  /// Scans three units, of which one may pass: each gets the verdict that is right.
  func scanThree() async throws {
    for _ in 1...3 {
      let line = try await scan()
      #expect(line.isRight, "\(line)")
    }
  }

  /// Scans without a pause; after the first verdict up to five seconds.
  func scanForAWhile() async throws {
    try await scan()
    try await withThrowingTaskGroup { group in
      group.addTask { while !Task.isCancelled { try await scan() } }
      // It ends at any moment.
      try await Task.sleep(for: .milliseconds(.random(in: 0...5000)))
      group.cancelAll()
    }
  }

  /// The next line of the monitor that is wanted; every verdict goes into the ledger.
  func line(_ isWanted: @Sendable (JSONLine) -> Bool) async throws -> JSONLine {
    while true {
      let line = try JSONLine(try await machine.output.line { $0.hasPrefix("{") })
      ledger.enter(line)
      if isWanted(line) { return line }
    }
  }

  /// Waits until the monitor says so of the station: `ready`, `hold`, `reloaded`.
  @discardableResult
  func station(is state: String) async throws -> JSONLine {
    try await line { $0.type == "station" && $0.state == state }
  }

  /// Waits until the first console's text has these words, as in its kernel's memory.
  func console(says words: String) async throws {
    try await machine.guest.awaits("fold -w 80 /dev/vcs1 | grep -qF '\(words)'")
  }

  /// Looks up what was shown since the last time, in the journal's own file, and checks the chain.
  func audit() async throws {
    let payloads = try await machine.guest.run("sqlite3 -readonly /var/lib/scangate/journal.db \"\(Self.latest)\"")
    let recorded = try payloads.split(separator: "\n").map { try Decision(payload: $0) }
    #expect(ledger.missing(in: recorded).isEmpty)
    #expect(ledger.falsePasses == 0)
    #expect(try await machine.guest.attempt("scangate journal verify").status == 0)
  }

  /// More than are ever shown between two looks.
  private static let latest = "SELECT payload FROM entry WHERE type = 'verdict' ORDER BY sequence DESC LIMIT 1000"
}
