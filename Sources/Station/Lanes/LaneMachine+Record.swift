import Gating
import Scanning

// A verdict between its decision and its showing: it is on the disk before anybody sees it.
extension LaneMachine {
  /// Has a decided verdict recorded, or tells it at once where nothing is recorded.
  mutating func submit(
    _ record: VerdictRecord, of scan: Scan, closing: Ticket?, _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    recordsMade += 1
    let pending = PendingRecord(
      id: PendingRecord.ID(number: recordsMade), record: record, closing: closing, ended: scan.ended, turn: turn,
      decided: now.monotonic)
    guard isRecorded else { return tell(pending, nil, now, &effects) }
    self.pending.append(pending)
    effects.append(.record(pending.id, record, closing: closing))
    guard record.shown else { return }
    switch view {
    case .reading, .checking, .stopping: break
    // A scan without a call: what stands there goes when CHECKING would come, so that nothing flickers before.
    case .ready, .verdict, .hold, .scannerLost: checkingBegins = scan.ended + LaneRules.checkingAfter
    }
  }

  mutating func settle(
    _ id: PendingRecord.ID, _ outcome: RecordingOutcome, _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    if let index = pending.firstIndex(where: { $0.id == id }) {
      tell(pending.remove(at: index), outcome, now, &effects)
    } else if case .committed(let sequence) = outcome {
      // It came too late, and something else was told in its place.
      effects.append(.withdraw(sequence))
    }
  }

  /// Waits no longer for records that the journal is given long enough for.
  mutating func giveUpRecords(_ now: Moment, _ effects: inout [LaneEffect]) {
    while let oldest = pending.first, oldest.limit <= now.monotonic {
      let cause = HoldCause(
        code: .notRecorded, detail: "the disk has not taken the record within \(LaneRules.recordingLimit)",
        since: now.utc)
      settle(oldest.id, .failed(cause), now, &effects)
    }
  }

  /// The question whose verdict the lane is about to show.
  var awaitedTicket: Ticket? {
    owner.flatMap(inFlight.ticket) ?? pending.last { $0.turn == turn && $0.record.shown }?.closing
  }

  /// All that was decided has been told.
  var isSettled: Bool { pending.isEmpty }

  var awaitsRecord: Bool {
    pending.contains { $0.turn == turn && $0.record.shown }
  }

  /// - Parameter outcome: nil: nothing is recorded here.
  private mutating func tell(
    _ pending: PendingRecord, _ outcome: RecordingOutcome?, _ now: Moment, _ effects: inout [LaneEffect]
  ) {
    var record = pending.record
    record.latency = now.monotonic - pending.ended
    record.recordingTime = outcome.map { _ in now.monotonic - pending.decided }
    if case .failed(let cause) = outcome {
      // Nobody may be shown again what was not recorded.
      latest?.answer = nil
      if rules.needsRecord { record.withhold(cause, under: rules.gate) }
    }
    if record.shown {
      let isBarred = record.verdict.isPass && !bars.isEmpty
      record.shown = pending.turn == turn && !isBarred
      if isBarred, pending.turn == turn { show(idle, &effects) }
    }
    effects.append(.tell(record))
    switch outcome {
    case .committed(let sequence) where record.shown != pending.record.shown: effects.append(.withdraw(sequence))
    case .failed: effects.append(.keep(record, closing: pending.closing))
    case .committed, nil: break
    }
    guard record.shown else { return }
    show(.verdict(record), &effects)
    if view.isPass { passEnds = now.monotonic + rules.passTime }
  }
}

extension VerdictRecord {
  fileprivate mutating func withhold(_ cause: HoldCause, under gate: Gate) {
    if verdict.findings.contains(where: { $0.code == cause.code }) { return }
    verdict = verdict.withheld(cause.code, detail: cause.detail, under: gate)
  }
}
