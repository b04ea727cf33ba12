import ArgumentParser
import StandIn

/// A time as it is written on the command line: `800ms`, `2s`, as far as a delay may go.
struct DurationOption: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    let digits = argument.prefix { ("0"..."9").contains($0) }
    let units = ["ms": Duration.milliseconds(1), "s": .seconds(1), "m": .seconds(60), "h": .seconds(3600)]
    // A number of so few digits cannot overflow.
    guard digits.count <= 7, let number = Int(digits), let unit = units[String(argument.dropFirst(digits.count))],
      Faults.delays.contains(unit * number)
    else { return nil }
    duration = unit * number
  }
}
