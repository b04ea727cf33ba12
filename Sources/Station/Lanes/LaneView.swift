import Gating

/// What a lane shows to its operator: exactly one of these at any time.
package enum LaneView: Sendable {
  /// Waiting for a unit; the verdicts before are kept in small.
  case ready
  /// Keys are coming, or a look-up is younger than 150 ms: what stood here is gone, nothing stands here yet.
  case reading
  /// A look-up takes longer than 150 ms.
  case checking(Ticket)
  case verdict(VerdictRecord)
  /// No verdict is possible now, and why.
  case hold(HoldCause)
  case scannerLost(LostScanner)
  case stopping

  package var isPass: Bool {
    if case .verdict(let record) = self { record.verdict.isPass } else { false }
  }

  /// The lane shows nothing more.
  package var isOver: Bool {
    if case .stopping = self { true } else { false }
  }
}
