internal import Glibc
internal import Scanning

/// The claims on all devices that have a lane; at most one of a lane's is attached.
struct Claims {
  private let assign: (ScannerDevice) -> Assignment?
  private let report: (DeviceEvent) -> Void
  private var all: [Claim] = []

  init(assign: @escaping (ScannerDevice) -> Assignment?, report: @escaping (DeviceEvent) -> Void) {
    self.assign = assign
    self.report = report
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
      if polled.revents != 0 {
        claim.read()
        if !claim.isAttached { freeLane(of: claim) }
      } else {
        claim.elapse(silentUntil: time, holder: holder(of: claim.assignment.lane))
      }
    }
    all.removeAll { $0.isGone }
  }

  /// Gives a device that is there to its lane, if it has one and is not known yet.
  mutating func consider(_ device: ScannerDevice) {
    if let known = all.first(where: { $0.device.devnode == device.devnode }) {
      if known.device.syspath == device.syspath { return known.hurry() }
      remove(syspath: known.device.syspath)
    }
    guard let assignment = assign(device) else { return }
    let claim = Claim(device, as: assignment, report: report)
    claim.elapse(silentUntil: .now(), holder: holder(of: assignment.lane))
    if !claim.isGone { all.append(claim) }
  }

  /// Takes the lane from a device that was unplugged.
  mutating func remove(syspath: String) {
    guard let index = all.firstIndex(where: { $0.device.syspath == syspath }) else { return }
    let claim = all.remove(at: index)
    claim.remove(holder: holder(of: claim.assignment.lane))
    freeLane(of: claim)
  }

  /// Whoever else waits for the lane is tried at once.
  private func freeLane(of lost: Claim) {
    for other in all where other !== lost && other.assignment.lane == lost.assignment.lane {
      other.hurry()
    }
  }

  private func holder(of lane: String) -> ScannerDevice? {
    all.first { $0.isAttached && $0.assignment.lane == lane }?.device
  }
}
