import Scanning

/// The demand that the deciding run is one of a certain procedure: a pass of another test is no pass here.
struct RequiredProcedure: Demand {
  /// A name, byte for byte, or an id.
  let nameOrID: Wildcard

  func finding(on evidence: Evidence) -> Finding? {
    guard let run = evidence.run else { return nil }
    if let id = run.procedureID, nameOrID.text.isSameNumber(as: id) { return nil }
    if let name = run.procedure, nameOrID.matches(name) { return nil }
    guard run.procedureID != nil else { return .missing("procedure.id") }
    guard let name = run.procedure else { return .missing("procedure.name") }
    return Finding(
      .procedureNotPassed, .fail, "\(evidence.policy.run) was of procedure \(name), not of \(nameOrID)")
  }
}
