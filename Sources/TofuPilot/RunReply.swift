import Gating

/// A run as a unit names it: `created_during`, the run that created the unit, or `last_run`, the newest one.
struct RunReply: Hashable, Sendable {
  let id: String?
  let outcome: Outcome
  let procedure: NamedReference?
  let createdAt: UTCTime?
  let startedAt: UTCTime?
  let ending: Run.Ending
  /// ISO 8601, for display only: the API does not say which units it uses.
  let duration: String?

  /// The run that `unit` names under that policy; nil if it names none, which only null or absence say.
  init?(_ unit: JSON, policy: RunPolicy) throws(Failure) {
    let name =
      switch policy {
      case .creatingRun: "created_during"
      case .lastRun: "last_run"
      }
    guard let json = unit[name] else { return nil }
    guard let outcome = json["outcome"]?.string else { throw .missing("\(name).outcome") }
    id = json["id"]?.string
    self.outcome = Outcome(outcome)
    procedure = json["procedure"].map(NamedReference.init)
    createdAt = json["created_at"]?.time
    startedAt = json["started_at"]?.time
    ending = Run.Ending(json.object?["ended_at"])
    duration = json["duration"]?.string
  }
}

extension Run {
  init(_ reply: RunReply) {
    self.init(
      id: reply.id,
      outcome: reply.outcome,
      procedureID: reply.procedure?.id,
      procedure: reply.procedure?.name,
      ending: reply.ending
    )
  }
}

extension Run.Ending {
  fileprivate init(_ json: JSON?) {
    self = json == .null ? .running : json?.time.map(Self.at) ?? .unknown
  }
}
