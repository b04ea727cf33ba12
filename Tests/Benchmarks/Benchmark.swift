import Floor
import Glibc

/// Measures the agent beside the least that an agent can do, in turn, on one machine, and prints one table.
///
/// `swift build -c release --static-swift-stdlib && umockdev-wrapper .build/release/benchmark [rounds]`
@main
struct Benchmark {
  static let scansInARound = 200
  static let starts = 15

  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count >= 3, arguments[1] == "floor", let port = Int32(arguments[2]) {
      exit(arguments.count == 3 ? floor_agent(port) : floor_wedge_agent(port, arguments[3]))
    }
    let rounds = arguments.dropFirst().first.flatMap(Int.init) ?? 10
    do {
      try Comparison(port: floor_serve(), executable: arguments[0]).run(rounds: rounds)
    } catch let trouble as Trouble {
      print("benchmark: \(trouble.text)")
      exit(1)
    }
  }
}
