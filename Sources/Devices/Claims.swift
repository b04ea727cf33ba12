internal import Glibc
internal import Scanning

/// The claims on all nodes that have a lane, and what each lane was told of them.
struct Claims {
  /// Which lane a device is for; all that are there are considered anew after a change.
  var assign: (ScannerDevice) -> Assignment?
  private let report: (DeviceEvent) -> Void
  private var all: [Claim] = []
  private var told: [String: LaneCondition] = [:]
  private var unclaimed: Unclaimed
  private var loan: Loan?
  /// The scanner that each lane had before it was lent.
  private var lent: [String: ScannerDevice] = [:]

  init(assign: @escaping (ScannerDevice) -> Assignment?, report: @escaping (DeviceEvent) -> Void) {
    self.assign = assign
    self.report = report
    unclaimed = Unclaimed(report: report)
  }

  /// What `poll` waits on, in an order that holds until the next `attend`.
  var numbers: some Sequence<CInt?> { all.lazy.map(\.number) }

  /// When `attend` is due.
  var deadline: EventTime? { all.lazy.compactMap(\.deadline).min() }

  /// Reads who has something to say, by what `poll` said of `numbers`, and does what is due for the others.
  ///
  /// `time` was before the `poll`: who says nothing was silent until then.
  mutating func attend(_ polled: some Sequence<pollfd>, silentUntil time: EventTime) {
    for (claim, polled) in zip(all, polled) {
      if polled.revents == 0 {
        claim.expire(at: time)
      } else if let cause = claim.read() {
        settle(claim.assignment.lane, cause)
      }
    }
    retry()
  }

  /// As `consider`, of all that are there. Those with a claim show by themselves that they are gone.
  mutating func considerAll(_ devices: [ScannerDevice]) {
    unclaimed.removeAll(besides: devices)
    consider(devices)
  }

  /// Gives devices that are there, new or changed, to their lanes.
  mutating func consider(_ devices: [ScannerDevice]) {
    // All first: of two scanners that are there already, none is the lane's for a moment. And before the other nodes of
    // its plug the one that the lane is for.
    for device in devices where assign(device) != nil { meet(device) }
    for device in devices where assign(device) == nil { meet(device) }
    retry()
  }

  /// Takes the lane from a device that was unplugged.
  mutating func remove(syspath: String) {
    remove(syspath: syspath, cause: .unplugged)
  }

  private mutating func remove(syspath: String, cause: DetachCause) {
    unclaimed.remove(syspath: syspath)
    guard let index = all.firstIndex(where: { $0.device.syspath == syspath }) else { return }
    let claim = all.remove(at: index)
    claim.remove()
    settle(claim.assignment.lane, cause)
  }

  /// Gives a scanner that is ours to another lane, or has it read otherwise, without letting go of it.
  private mutating func move(_ claim: Claim, to assignment: Assignment) {
    let former = claim.assignment.lane
    claim.assign(assignment)
    if former != assignment.lane { settle(former, .reassigned) }
    settle(assignment.lane)
  }

  private mutating func meet(_ device: ScannerDevice) {
    let assignment = assign(device) ?? plugAssignment(of: device)
    if let known = all.first(where: { $0.device.devnode == device.devnode }) {
      if known.device.syspath == device.syspath, known.assignment == assignment {
        if let cause = known.review() { settle(known.assignment.lane, cause) }
        return
      }
      if known.device == device, let assignment { return move(known, to: assignment) }
      // Another device behind the same name, one that rules have told anew, or one that no lane is for any more.
      remove(syspath: known.device.syspath, cause: known.device.syspath == device.syspath ? .reassigned : .unplugged)
    }
    if let assignment, loan?.covers(assignment.lane) == true { return }
    guard let assignment else {
      if device.isMarked { unclaimed.add(device) }
      return
    }
    // The mouse beside a scanner is the desktop's.
    guard device.types || device.hasKeys || device.isMarked else { return }
    let siblings = unclaimed.take(plug: device.plug).filter { $0.syspath != device.syspath }
    all += (siblings + [device]).map { Claim($0, as: assignment, report: report) }
    settle(assignment.lane)
  }

  /// A marked node goes with the node of its plug that has a lane.
  private func plugAssignment(of device: ScannerDevice) -> Assignment? {
    device.isMarked
      ? all.lazy.filter { $0.device.plug == device.plug }.compactMap { assign($0.device) }.first : nil
  }

  private mutating func retry() {
    for claim in all where claim.retry() { settle(claim.assignment.lane) }
    all.removeAll(where: \.isGone)
  }

  /// Gives each of a lane's nodes its part, and tells the lane what has come of it.
  private mutating func settle(_ lane: String, _ cause: DetachCause = .unplugged) {
    let claims = all.filter { $0.assignment.lane == lane && !$0.isGone }
    let devices = claims.map(\.device)
    for claim in claims { claim.play(NodePart(of: claim.device, among: devices)) }
    let condition = LaneCondition(of: claims.filter { !$0.isGone })
    guard let event = condition.event(after: told[lane] ?? .vacant, lane: lane, cause) else { return }
    told[lane] = condition
    report(event)
  }
}

// MARK: - Lending

extension Claims {
  /// Closes the scanners that are lent, whatever comes of the loan before.
  mutating func lend(_ loan: Loan) {
    self.loan = loan
    for claim in all where loan.covers(claim.assignment.lane) { claim.remove() }
    all.removeAll(where: \.isGone)
    for (lane, condition) in told where loan.covers(lane) {
      guard let device = condition.device else { continue }
      lent[lane] = device
      told[lane] = nil
      report(.detached(lane: lane, device, .lent(to: loan.borrower)))
    }
    Descriptor.afterClosing(loan.begun)
  }

  /// From now on nothing is lent: what is considered gets its lane again.
  mutating func endLoan() {
    loan = nil
  }

  /// After all that is plugged in was considered: tells the lanes whose lent scanner was not among it.
  mutating func tellMissing() {
    for (lane, device) in lent where !all.contains(where: { $0.assignment.lane == lane }) {
      report(.detached(lane: lane, device, .unplugged))
    }
    lent = [:]
  }
}
