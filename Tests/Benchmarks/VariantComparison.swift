import Glibc

/// scangate in several surroundings, scanned in turn: what each adds to a verdict beside the first.
struct VariantComparison {
  struct Variant {
    /// All names are of one length.
    var name: String
    /// The lines of its configuration that are its own.
    var configuration: String
  }

  private static let percentiles = [0.5, 0.9, 0.99]

  let title: String
  let scangate: String
  let environment: [String]
  let variants: [Variant]

  func run(rounds: Int) throws {
    var runs = try variants.indices.map { (child: try start($0), times: Distribution()) }
    for round in 0...rounds {
      for index in runs.indices {
        for scan in 0..<Benchmark.scansInARound {
          let time = try Comparison.time(of: runs[index].child, "SN-\(round)-\(scan)")
          // The first round warms all.
          if round > 0 { runs[index].times.add(time) }
        }
      }
    }
    print("\n\(title), \(rounds) rounds of \(Benchmark.scansInARound) in turn, µs")
    let figures = runs.map { run in Self.percentiles.map(run.times.percentile) }
    for (variant, figures) in zip(variants, figures) {
      print("\(variant.name) " + figures.map { cell($0) }.joined())
    }
    for (variant, others) in zip(variants, figures).dropFirst() {
      print("\(variant.name)/\(variants[0].name) " + zip(others, figures[0]).map { cell($0 / $1, 2) }.joined())
    }
    for run in runs { _ = run.child.end() }
  }

  private func start(_ index: Int) throws -> Child {
    let configuration = "/tmp/scangate-benchmark-\(getpid())-\(index).yaml"
    // Scans follow each other faster than any operator's.
    try Comparison.write("gate: {two_labels: 0s}\n\(variants[index].configuration)\n", to: configuration)
    defer { unlink(configuration) }
    let child = try Child(
      [scangate, "run", "--stdin", "--format", "json", "--config", configuration], environment: environment)
    _ = try child.line { $0.contains(#""state":"ready""#) }
    return child
  }
}
