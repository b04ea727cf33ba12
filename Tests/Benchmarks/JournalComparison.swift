import Glibc

/// scangate with its journal on a disk, in memory, and with none that it can write: what the commit before the verdict adds.
///
/// Against a server that answers at once, which is the worst case, and against one that takes as long as a network does.
struct JournalComparison {
  let scangate: String
  /// The server that answers at once.
  let url: String

  func run(rounds: Int) throws {
    try compare("at once", url, rounds: rounds)
    let server = try Child([scangate, "serve", "--port", "0", "--delay", "50ms"], environment: ["LANG=C.UTF-8"])
    defer { server.terminate() }
    let line = try server.line { $0.contains("http://") }
    guard let start = line.firstRange(of: "http://")?.lowerBound else { throw Trouble("no address in \(line)") }
    try compare("after 50 ms", String(line[start...].prefix { !$0.isWhitespace }), rounds: max(1, rounds / 5))
  }

  private func compare(_ name: String, _ url: String, rounds: Int) throws {
    let (memory, disk) = (try ScratchFolder(in: "/dev/shm"), try ScratchFolder(in: Self.folder))
    let places = [
      // Opened again and again, and shown all the same: all of the way but the commit.
      ("none  ", "/dev/null"), ("memory", memory.path), ("disk  ", disk.path),
    ]
    var runs: [(name: String, child: Child, times: Distribution)] = []
    for (index, place) in places.enumerated() {
      let configuration = "/tmp/scangate-benchmark-\(getpid())-\(index).yaml"
      try Comparison.write(
        "gate: {two_labels: 0s}\njournal: {required: false, path: \(place.1)/journal.db}\n", to: configuration)
      defer { unlink(configuration) }
      let child = try Child(
        [scangate, "run", "--stdin", "--format", "json", "--config", configuration],
        environment: ["TOFUPILOT_URL=\(url)", "TOFUPILOT_API_KEY=demo"])
      _ = try child.line { $0.contains(#""state":"ready""#) }
      runs.append((place.0, child, Distribution()))
    }
    for round in 0...rounds {
      for index in runs.indices {
        for scan in 0..<Benchmark.scansInARound {
          let time = try Comparison.time(of: runs[index].child, "SN-\(round)-\(scan)")
          // The first round warms all.
          if round > 0 { runs[index].times.add(time) }
        }
      }
    }
    print("\nscan → verdict by journal, TofuPilot \(name), \(rounds) rounds of \(Benchmark.scansInARound) in turn, µs")
    for run in runs {
      print("\(run.name) " + Self.percentiles.map { cell(run.times.percentile($0)) }.joined())
    }
    for run in runs.dropFirst() {
      let ratios = Self.percentiles.map { run.times.percentile($0) / runs[0].times.percentile($0) }
      print("\(run.name)/none " + ratios.map { cell($0, 2) }.joined())
    }
    for run in runs { _ = run.child.end() }
  }

  /// Where a temporary file lies on a disk, as the journal of a station does.
  static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/var/tmp" }

  private static let percentiles = [0.5, 0.9, 0.99]
}
