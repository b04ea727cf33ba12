/// Why a stand-in cannot start.
package enum StandInError: Error, Hashable {
  case unreadable(file: String, reason: String)
  case notJSON(file: String)
  case notAnArray(file: String, found: JSONValue)
  case wrongUnit(file: String, index: Int, MemberError)
  case doubledSerialNumber(file: String, index: Int, first: Int, String)
  case cannotListen(host: String, port: Int, reason: String)
  /// A port that is none: outside `StandIn.ports`.
  case noPort(Int)
  /// A delay outside `Faults.delays`.
  case delayOutOfRange(Duration)
}

extension StandInError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "\(file): cannot be read: \(reason). Name a readable units file."
    case .notJSON(let file):
      "\(file): is no JSON. See where: python3 -m json.tool \(file)"
    case .notAnArray(let file, let found):
      "\(file): needs an array of units, found \(found.kind). Write it as the shipped demo-units.json is written."
    case .wrongUnit(let file, let index, let error):
      "\(file): [\(index)]\(error.path.map { "." + $0 }.joined()): needs \(error.needed), "
        + "found \(error.found?.kind ?? "nothing"). Write it as the API would send it."
    case .doubledSerialNumber(let file, let index, let first, let serialNumber):
      "\(file): [\(index)].serial_number: \(serialNumber) is also that of [\(first)], upper and lower case being the same. "
        + "Rename one."
    case .cannotListen(let host, let port, let reason):
      "\(host):\(port): cannot listen: \(reason). Take another port; 0 finds a free one."
    case .noPort(let port):
      "\(port) is no port: take one of \(StandIn.ports.lowerBound) to \(StandIn.ports.upperBound); 0 finds a free one."
    case .delayOutOfRange(let delay):
      "A delay of \(delay) is out of range: take one of 0 to \(Faults.delays.upperBound)."
    }
  }
}
