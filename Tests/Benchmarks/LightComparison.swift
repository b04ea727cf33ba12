import Glibc

/// scangate with a light that is read, one that is dead, and one that is not there: a verdict must wait for none of them.
struct LightComparison {
  let scangate: String
  /// Where the journals are.
  let state: String
  let environment: [String]

  func run(rounds: Int) throws {
    let (healthy, dead) = (try Port(isRead: true), try Port(isRead: false))
    let lights = [
      ("healthy", "adafruit-tower", healthy.path),
      // It takes every byte and never acknowledges one.
      ("dead   ", "patlite-ascii", dead.path),
      ("absent ", "adafruit-tower", "/dev/scangate-no-light"),
    ]
    var runs: [(name: String, child: Child, times: Distribution)] = []
    for (index, light) in lights.enumerated() {
      let configuration = "/tmp/scangate-benchmark-\(getpid())-\(index).yaml"
      try Comparison.write(
        """
        gate: {two_labels: 0s}
        journal: {path: \(state)/light-\(index).db}
        indicators: [{lane: stdin, profile: \(light.1), port: \(light.2)}]

        """, to: configuration)
      defer { unlink(configuration) }
      let child = try Child(
        [scangate, "run", "--stdin", "--format", "json", "--config", configuration], environment: environment)
      _ = try child.line { $0.contains(#""state":"ready""#) }
      runs.append((light.0, child, Distribution()))
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
    print("\nscan → verdict beside a light, \(rounds) rounds of \(Benchmark.scansInARound) in turn, µs")
    for run in runs {
      print("\(run.name) " + Self.percentiles.map { cell(run.times.percentile($0)) }.joined())
    }
    for run in runs.dropLast() {
      let ratios = Self.percentiles.map { run.times.percentile($0) / runs[2].times.percentile($0) }
      print("\(run.name)/absent " + ratios.map { cell($0, 2) }.joined())
    }
    for run in runs { _ = run.child.end() }
  }

  private static let percentiles = [0.5, 0.9, 0.99]
}

/// A serial port that is a pty; its device reads all, or nothing.
private struct Port {
  let path: String

  init(isRead: Bool) throws {
    var (device, port): (Int32, Int32) = (-1, -1)
    var path = [CChar](repeating: 0, count: 64)
    guard openpty(&device, &port, &path, nil, nil) == 0 else { throw Trouble("no pty") }
    self.path = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard isRead else { return }
    var thread = pthread_t()
    let number = UnsafeMutableRawPointer(bitPattern: Int(device))
    pthread_create(
      &thread, nil,
      { number in
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(Int32(Int(bitPattern: number)), &buffer, buffer.count) > 0 {}
        return nil
      }, number)
    pthread_detach(thread)
  }
}
