/// What a look-up of one serial number came back with.
package enum Reply: Hashable, Sendable {
  /// The unit, and the run that decides under the policy asked for; nil where the unit has no such run.
  case unit(Unit, run: Run?)
  /// 404 with the API's own `NOT_FOUND` body; under `last-run` a list without a row.
  case unknownUnit
  /// More than one row for one serial number under `last-run`.
  case severalUnits(Int)
  /// No answer that can be judged: why, and in words for the lead.
  case failed(ReasonCode, detail: String)
}
