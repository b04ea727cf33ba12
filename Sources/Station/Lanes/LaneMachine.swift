import Gating
package import Scanning

/// What a lane does, as a state machine without I/O: inputs and the time come in as values, effects go out.
///
/// ```
/// first key     a PASS goes; whoever was asked before no longer owns the lane
/// terminator    all else goes → spoiled, or no serial number  NO VERDICT
///                             → another number too soon       NO VERDICT for both: two labels
///                             → the same, still in flight     waits for the same answer
///                             → the same, just answered       shown again
///                             → else                          asked; CHECKING past 150 ms
/// answer        of the newest scan: shown; of any other: told with `shown: false`; neither before it is recorded
/// recorded      told, and shown if the lane is still its scan's; not recorded: NO VERDICT
/// deadline      a PASS goes back to READY
/// bar           a PASS goes, and none is given until it is lifted
/// detach, other rules  a PASS goes, and answers in flight are shown to nobody
/// stop          what is in flight is told as NO VERDICT
/// ```
package struct LaneMachine: Sendable {
  package private(set) var view: LaneView = .ready
  var rules: LaneRules
  /// Whether there is a journal.
  let isRecorded: Bool
  var inFlight = InFlight()
  /// Whose answer the lane will show: the newest scan's, until something else happens on the lane.
  var owner: Ticket.ID?
  /// Counts what takes the lane from whoever had it.
  private(set) var turn = 0
  /// Verdicts that are decided and not recorded yet, oldest first.
  var pending: [PendingRecord] = []
  var recordsMade = 0
  var latest: LatestNumber?
  var ticketsMade = 0
  var scanAgainsInARow = 0
  var overlap = ScanOverlap()
  private var hold: HoldCause?
  private(set) var bars: [ReasonCode: HoldCause] = [:]
  private var lost: LostScanner?
  var passEnds: EventTime?
  var checkingBegins: EventTime?
  private var isFinishing = false

  package init(rules: LaneRules, isRecorded: Bool, hold: HoldCause? = nil, lost: LostScanner? = nil) {
    self.rules = rules
    self.isRecorded = isRecorded
    self.hold = hold
    self.lost = lost
    view = idle
  }

  /// Nothing more is to come of this lane.
  package var isDone: Bool {
    if case .stopping = view { true } else { false }
  }

  /// When `.timer` is due; nil: not at all.
  package var deadline: EventTime? {
    [passEnds ?? checkingBegins, pending.first?.limit].compactMap(\.self).min()
  }

  package mutating func receive(_ input: LaneInput, at now: Moment) -> [LaneEffect] {
    var effects: [LaneEffect] = []
    switch input {
    // Its lane is ending: nobody is told any more.
    case .scanner where isFinishing: break
    case .scanner(.began):
      overlap.begin()
      begin(&effects)
    case .scanner(.scan(let scan)): end(scan, now, &effects)
    case .answered(let id, let answer): conclude(id, answer, now, &effects)
    case .recorded(let id, let outcome): settle(id, outcome, now, &effects)
    case .passedBefore(let id, let time): inFlight.note(passedBefore: time, of: id)
    case .attached:
      overlap = ScanOverlap()
      change({ $0.lost = nil }, &effects)
    case .detached(let scanner): detach(scanner, &effects)
    case .hold(let cause): change({ $0.hold = cause }, &effects)
    case .bar(let code, let cause): bar(code, cause, &effects)
    case .timer: expire(now, &effects)
    case .reload(let rules): reload(rules, &effects)
    case .token: break
    case .finish: isFinishing = true
    case .stop: stop(now, &effects)
    }
    // Nobody would take its last verdict off.
    if isFinishing, inFlight.isEmpty, pending.isEmpty, !isDone { show(.stopping, &effects) }
    return effects
  }

  /// What stands where no scan is in hand.
  var idle: LaneView {
    if let lost { return .scannerLost(lost) }
    if let bar = bars.values.min(by: { $0.code < $1.code }) { return .hold(bar) }
    if let hold { return .hold(hold) }
    return .ready
  }

  mutating func show(_ view: LaneView, _ effects: inout [LaneEffect]) {
    self.view = view
    passEnds = nil
    checkingBegins = nil
    effects.append(.show(view))
  }

  /// Whoever had the lane has it no longer.
  mutating func takeTurn() {
    owner = nil
    turn += 1
  }

  private mutating func change(_ what: (inout Self) -> Void, _ effects: inout [LaneEffect]) {
    what(&self)
    switch view {
    case .ready, .hold, .scannerLost: show(idle, &effects)
    case .reading, .checking, .verdict, .stopping: break
    }
  }

  private mutating func bar(_ code: ReasonCode, _ cause: HoldCause?, _ effects: inout [LaneEffect]) {
    bars[code] = cause
    // A PASS that stands goes too: whatever was to release the unit may not have heard of it.
    if cause != nil, view.isPass { show(idle, &effects) } else { change({ _ in }, &effects) }
  }

  private mutating func detach(_ scanner: LostScanner, _ effects: inout [LaneEffect]) {
    takeTurn()
    lost = scanner
    show(idle, &effects)
  }

  private mutating func reload(_ rules: LaneRules, _ effects: inout [LaneEffect]) {
    let isOther = !rules.decides(like: self.rules)
    let isTyping = owner == nil && !awaitsRecord
    self.rules = rules
    guard isOther else { return }
    takeTurn()
    switch view {
    // Its number will be judged by the rules that are in force at its end.
    case .reading where isTyping: break
    case .reading, .checking: show(idle, &effects)
    case .verdict where view.isPass: show(idle, &effects)
    case .ready, .verdict, .hold, .scannerLost, .stopping: break
    }
  }

  private mutating func expire(_ now: Moment, _ effects: inout [LaneEffect]) {
    if let passEnds, passEnds <= now.monotonic {
      show(idle, &effects)
    }
    if let checkingBegins, checkingBegins <= now.monotonic {
      self.checkingBegins = nil
      if let ticket = awaitedTicket {
        show(.checking(ticket), &effects)
      } else if awaitsRecord {
        show(.reading, &effects)
      }
    }
    giveUpRecords(now, &effects)
  }

  private mutating func stop(_ now: Moment, _ effects: inout [LaneEffect]) {
    let owner = owner
    takeTurn()
    while let question = inFlight.takeOldest() {
      drop(question, .interrupted, shown: question.ticket.id == owner, now, &effects)
    }
    isFinishing = true
    if view.isPass, !pending.isEmpty { show(.reading, &effects) }
  }
}
