/// What a unit is one of: `PCB-MAIN-001`, revision `A`.
package struct Part: Hashable, Sendable {
  package var number: String
  package var name: String?
  package var revisionNumber: String?

  package init(number: String, name: String? = nil, revisionNumber: String? = nil) {
    self.number = number
    self.name = name
    self.revisionNumber = revisionNumber
  }

  /// As the operator reads it: `PCB-MAIN-001 rev A`.
  package var label: String {
    revisionNumber.map { "\(number) rev \($0)" } ?? number
  }
}
