package import Gating
package import Scanning

/// What can happen to a lane.
package enum LaneInput: Sendable {
  case scanner(ScannerEvent)
  /// The scanner is there and grabbed.
  case attached
  /// The scanner is gone, or cannot be read.
  case detached(LostScanner)
  /// Whether any verdict is possible now; nil: it is. Each scan is asked all the same.
  case hold(HoldCause?)
  /// Whether something that the lane must have for a PASS is missing, by its code: a light, a record; nil: it is there.
  case bar(ReasonCode, HoldCause?)
  case answered(Ticket.ID, Answer)
  /// What became of a record that was handed over.
  case recorded(PendingRecord.ID, RecordingOutcome)
  /// When the question's number was last shown as PASS here.
  case passedBefore(Ticket.ID, UTCTime)
  /// The lane's own deadline has come.
  case timer
  case reload(LaneRules)
  /// The watchdog's token, on its way from the reading thread to the gate and the outputs.
  case token(WatchdogToken)
  /// Nothing more will be scanned: the lane ends once nothing is in flight.
  case finish
  case stop
}

/// What a lane wants done, in this order.
package enum LaneEffect: Sendable {
  case ask(Ticket)
  /// Nobody waits for this answer any more.
  case abandon(Ticket.ID)
  /// Keeps a question, and with it the record of its being cut off, until it is closed.
  case enter(Ticket, VerdictRecord)
  /// Puts a verdict on the disk, closes the question, and says `.recorded`.
  case record(PendingRecord.ID, VerdictRecord, closing: Ticket?)
  /// Was told without being recorded: to be recorded as soon as that is possible.
  case keep(VerdictRecord, closing: Ticket?)
  /// The recorded verdict of this sequence number was shown to nobody.
  case withdraw(Int64)
  case tell(VerdictRecord)
  case show(LaneView)
}
