/// A line of the gate for certain parts and revisions; what it leaves out comes from the gate.
package struct Rule: Hashable, Sendable {
  /// Shown with each verdict and kept in the journal.
  package var name: String
  /// The parts it selects, ASCII case ignored; nil: every part.
  package var partNumbers: [Wildcard]?
  /// The revisions it selects, byte for byte; nil: every revision, and units without one.
  package var revisionNumbers: [Wildcard]?
  package var policy: RunPolicy?
  package var allowedOutcomes: Set<Outcome>?
  package var demands: Demands

  package init(
    name: String, partNumbers: [Wildcard]? = nil, revisionNumbers: [Wildcard]? = nil, policy: RunPolicy? = nil,
    allowedOutcomes: Set<Outcome>? = nil, demands: Demands = Demands()
  ) {
    self.name = name
    self.partNumbers = partNumbers
    self.revisionNumbers = revisionNumbers
    self.policy = policy
    self.allowedOutcomes = allowedOutcomes
    self.demands = demands
  }

  /// Whether it leaves no part out.
  package var selectsEveryPart: Bool {
    partNumbers?.contains(where: \.matchesEverything) ?? true
  }
}
