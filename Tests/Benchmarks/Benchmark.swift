import Floor
import Glibc

/// Measures the agent beside the least that an agent can do, in turn, on one machine, and prints one table.
///
/// `swift build -c release --static-swift-stdlib && umockdev-wrapper .build/release/benchmark [rounds]`; what the journal
/// adds, and what becomes of one with so many verdicts, alone: `benchmark journal [rounds [verdicts]]`
@main
struct Benchmark {
  static let scansInARound = 200
  static let starts = 15

  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count >= 3, arguments[1] == "floor", let port = Int32(arguments[2]) {
      exit(arguments.count == 3 ? floor_agent(port) : floor_wedge_agent(port, arguments[3]))
    }
    let isOfJournal = arguments.dropFirst().first == "journal"
    let numbers = arguments.compactMap { Int($0) }
    do {
      let comparison = try Comparison(port: floor_serve(), executable: arguments[0])
      if isOfJournal {
        try comparison.compareJournals(rounds: numbers.first ?? 10, verdicts: numbers.dropFirst().first ?? 1_000_000)
      } else {
        try comparison.run(rounds: numbers.first ?? 10)
      }
    } catch let trouble as Trouble {
      print("benchmark: \(trouble.text)")
      exit(1)
    }
  }
}
