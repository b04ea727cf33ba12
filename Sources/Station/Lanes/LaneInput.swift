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
  case tell(VerdictRecord)
  case show(LaneView)
}
