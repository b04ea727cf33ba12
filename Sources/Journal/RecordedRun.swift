internal import Gating

/// The run that decided, as a verdict's entry has it.
struct RecordedRun: Decodable {
  private enum CodingKeys: String, CodingKey {
    case id, outcome, procedure, endedAt, running
    case procedureID = "procedureId"
  }

  private var id: String?
  private var outcome: String
  private var procedureID: String?
  private var procedure: String?
  private var endedAt: String?
  private var running: Bool?

  /// The run that the gate judged.
  var run: Run {
    let end = endedAt.flatMap { UTCTime(iso8601: $0) }
    return Run(
      id: id, outcome: Outcome(outcome), procedureID: procedureID, procedure: procedure,
      ending: end.map { .at($0) } ?? (running == true ? .running : .unknown))
  }
}
