import ArgumentParser
import StandIn

/// A fault as it is written on the command line.
struct FaultOption: ExpressibleByArgument {
  let fault: Fault

  static let allowed = allValueStrings.joined(separator: ", ")

  init?(argument: String) {
    guard let fault = Fault(argument) else { return nil }
    self.fault = fault
  }

  static var allValueStrings: [String] { Fault.named.map(\.key) + Fault.statuses.map(String.init) }
}
