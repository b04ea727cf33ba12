import Gating
import Scanning

/// A verdict that waits for the journal before anybody is told of it.
package struct PendingRecord: Sendable, Identifiable {
  /// Counts up on its lane.
  package struct ID: Hashable, Sendable {
    package var number: Int
  }

  package let id: ID
  var record: VerdictRecord
  /// The question whose open scan ends with it; nil: no question was asked for this scan.
  var closing: Ticket?
  /// When its scan ended.
  var ended: EventTime
  /// Whose turn on the lane it was decided in: in any other it is shown to nobody.
  var turn: Int
  /// Since when it waits.
  var decided: EventTime

  /// From here on the journal takes too long.
  var limit: EventTime { decided + LaneRules.recordingLimit }
}

/// What became of a record.
package enum RecordingOutcome: Hashable, Sendable {
  /// It is on the disk, as the entry of this sequence number.
  case committed(Int64)
  case failed(HoldCause)
}
