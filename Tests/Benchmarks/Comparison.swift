import Glibc

/// The bare agent, scangate, and TofuPilot's own Python client where it is installed, against one server.
struct Comparison {
  private let port: Int32
  private let own: String
  private let floor: [String]
  private let agent: [String]
  private let scangate: String
  private let configuration: String
  private let environment: [String]
  private let state: ScratchFolder
  private let python: String

  init(port: Int32, executable: String) throws {
    guard port > 0 else { throw Trouble("no port to listen on") }
    self.port = port
    own = try Self.path(executable)
    let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    scangate = try Self.path("\(folder)/scangate")
    floor = [own, "floor", "\(port)"]
    configuration = "/tmp/scangate-benchmark-\(getpid()).yaml"
    // Scans follow each other faster than any operator's.
    try Self.write("gate: {two_labels: 0s}\n", to: configuration)
    agent = [scangate, "run", "--stdin", "--format", "json", "--config", configuration]
    // In memory: what the journal's disk adds is a comparison of its own.
    state = try ScratchFolder(in: "/dev/shm")
    environment = [
      "TOFUPILOT_URL=http://127.0.0.1:\(port)", "TOFUPILOT_API_KEY=demo", "STATE_DIRECTORY=\(state.path)",
    ]
    python = ".build/test-python/bin/python"
  }

  func run(rounds: Int) throws {
    defer { unlink(configuration) }
    try compareVerdicts(rounds: rounds)
    try JournalComparison(scangate: scangate, url: "http://127.0.0.1:\(port)").run(rounds: rounds)
    try LightComparison(scangate: scangate, state: state.path, environment: environment).run(rounds: rounds)
    try compareStarts()
    try compareOneShots()
    try ScannerComparison(
      port: port, own: own, scangate: scangate, configuration: configuration, environment: environment
    ).run(rounds: rounds)
    var status = stat()
    stat(scangate, &status)
    print("\ninstalled           \(cell(Double(status.st_size) / 1_000_000, 1)) MB, stripped")
  }

  func compareJournals(rounds: Int, verdicts: Int) throws {
    defer { unlink(configuration) }
    try JournalComparison(scangate: scangate, url: "http://127.0.0.1:\(port)").run(rounds: rounds)
    try JournalGrowth(scangate: scangate, entries: verdicts).run()
  }

  private func compareVerdicts(rounds: Int) throws {
    let bare = try Child(floor)
    let ours = try Child(agent, environment: environment)
    _ = try bare.line { $0 == "ready" }
    _ = try ours.line { $0.contains(#""state":"ready""#) }
    var (bareTimes, ourTimes) = (Distribution(), Distribution())
    for round in 0...rounds {
      for (child, isOurs) in [(bare, false), (ours, true)] {
        for scan in 0..<Benchmark.scansInARound {
          let time = try Self.time(of: child, "SN-\(round)-\(scan)")
          // The first round warms both.
          guard round > 0 else { continue }
          if isOurs { ourTimes.add(time) } else { bareTimes.add(time) }
        }
      }
    }
    print("scan → verdict, \(rounds) rounds of \(Benchmark.scansInARound) in turn, µs")
    print("               p50      p90      p99   memory MB (of it anonymous)")
    row("bare C  ", bareTimes, bare)
    row("scangate", ourTimes, ours)
    let ratios = [0.5, 0.9, 0.99].map { ourTimes.percentile($0) / bareTimes.percentile($0) }
    print("ratio   " + ratios.map { cell($0, 2) }.joined())
    _ = bare.end()
    _ = ours.end()
  }

  private func row(_ name: String, _ times: Distribution, _ child: Child) {
    let figures = [0.5, 0.9, 0.99].map { cell(times.percentile($0)) }.joined()
    print(name + figures + cell(child.residentMegabytes, 1) + " (" + cell(child.anonymousMegabytes, 1, width: 1) + ")")
  }

  private func compareStarts() throws {
    var (ready, first, hundredth) = (Distribution(), Distribution(), Distribution())
    for _ in 0..<Benchmark.starts {
      let start = ContinuousClock.now
      let ours = try Child(agent, environment: environment)
      _ = try ours.line { $0.contains(#""state":"ready""#) }
      ready.add(start.duration(to: .now))
      for scan in 1...100 {
        let time = try Self.time(of: ours, "SN-\(scan)")
        if scan == 1 { first.add(time) }
        if scan == 100 { hundredth.add(time) }
      }
      _ = ours.end()
    }
    print("\n\(Benchmark.starts) starts, medians")
    print("exec → ready      \(cell(ready.median / 1000, 1)) ms")
    print(
      "first scan        \(cell(first.median)) µs, \(cell(first.median / hundredth.median, 2, width: 1)) × the hundredth"
    )
  }

  private func compareOneShots() throws {
    var (ours, theirs) = (Distribution(), Distribution())
    let hasClient = access(python, X_OK) == 0
    let script = """
      from tofupilot.v2 import TofuPilot
      client = TofuPilot(api_key="demo", server_url="http://127.0.0.1:\(port)/api", timeout_ms=2000)
      client.units.get(serial_number="SN-1")
      """
    for _ in 0..<(hasClient ? 7 : 0) {
      ours.add(try oneShot([scangate, "check", "SN-1"]))
      theirs.add(try oneShot([try Self.absolute(python), "-c", script]))
    }
    guard hasClient else {
      return print("\nno one-shot comparison: config/prerequisites --test installs the Python client")
    }
    print("\none-shot, medians of 7 in turn")
    print("official client   \(cell(theirs.median / 1000, 1)) ms")
    print("scangate check    \(cell(ours.median / 1000, 1)) ms, 1/\(cell(theirs.median / ours.median, 1, width: 1))")
  }

  private func oneShot(_ arguments: [String]) throws -> Duration {
    let start = ContinuousClock.now
    let child = try Child(arguments, environment: environment + ["DISABLE_TELEMETRY=true"])
    while (try? child.line()) != nil {}
    _ = child.end()
    return start.duration(to: .now)
  }

  static func time(of child: Child, _ serial: String) throws -> Duration {
    let start = ContinuousClock.now
    try child.send(serial)
    _ = try child.line { $0.contains(serial) }
    return start.duration(to: .now)
  }

  private static func absolute(_ path: String) throws -> String {
    guard let folder = getcwd(nil, 0) else { throw Trouble("no working folder") }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  private static func path(_ path: String) throws -> String {
    guard let real = realpath(path, nil) else { throw Trouble("no \(path): build the package in release first") }
    defer { free(real) }
    return String(cString: real)
  }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Trouble("cannot write \(path)") }
    fputs(text, file)
    fclose(file)
  }
}
