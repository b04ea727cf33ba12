import ArgumentParser
import StandIn

/// A fault as it is written on the command line.
struct FaultOption: ExpressibleByArgument {
  let fault: Fault

  static let allowed = (Fault.named.map(\.key) + Fault.statuses.map(String.init)).joined(separator: ", ")

  init?(argument: String) {
    guard let fault = Fault(argument) else { return nil }
    self.fault = fault
  }

  static var allValueStrings: [String] { Fault.named.map(\.key) + Fault.statuses.map(String.init) }
}

/// A time as it is written in the configuration: `800ms`, `2s`.
struct DurationOption: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    let digits = argument.prefix(while: \.isNumber)
    guard let number = Int(digits) else { return nil }
    switch argument.dropFirst(digits.count) {
    case "ms": duration = .milliseconds(number)
    case "s": duration = .seconds(number)
    case "m": duration = .seconds(60 * number)
    default: return nil
    }
  }
}
