/// One execution of a test procedure on a unit.
package struct Run: Hashable, Sendable {
  package var id: String?
  package var outcome: Outcome
  package var procedureID: String?
  /// The procedure's name, which can be changed in the dashboard; its id cannot.
  package var procedure: String?
  package var ending: Ending

  package init(
    id: String? = nil, outcome: Outcome, procedureID: String? = nil, procedure: String? = nil,
    ending: Ending = .unknown
  ) {
    self.id = id
    self.outcome = outcome
    self.procedureID = procedureID
    self.procedure = procedure
    self.ending = ending
  }

  /// What `ended_at` says.
  package enum Ending: Hashable, Sendable {
    case at(UTCTime)
    /// `null`: the run goes on.
    case running
    /// Absent, or no time that can be read.
    case unknown
  }

  package var endedAt: UTCTime? {
    if case .at(let time) = ending { time } else { nil }
  }

  /// Which run it is, how it went, of what and when: `first run FAIL · FCT · 12 Mar 2026`, the date in UTC.
  package func summary(under policy: RunPolicy) -> String {
    ["\(policy.run) \(outcome.text)", procedure, endedAt?.civil.date].compactMap(\.self).joined(separator: " · ")
  }
}
