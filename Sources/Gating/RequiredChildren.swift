/// The demand that so many units of a part are built into the unit.
package struct RequiredChildren: Demand, Hashable, Sendable {
  package var partNumber: Wildcard
  package var count: Int

  package init(partNumber: Wildcard, count: Int) {
    self.partNumber = partNumber
    self.count = count
  }

  func finding(on evidence: Evidence) -> Finding? {
    guard let children = evidence.unit.children else { return .missing("children") }
    let present = children.count { child in
      child.part.map { partNumber.matches($0.number, ignoringCase: true) } ?? false
    }
    guard present < count else { return nil }
    // A child without a part could be the one that is missing.
    guard present + children.count(where: { $0.part == nil }) < count else { return .missing("children[].part.number") }
    return Finding(.childrenMissing, .fail, "\(present) of \(count) \(partNumber) built in")
  }
}
