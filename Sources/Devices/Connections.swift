internal import Glibc
internal import Scanning

/// The devices that have a lane: a connection each, and at most one of a lane's attached.
struct Connections {
  private let assign: (ScannerDevice) -> Assignment?
  private let report: (DeviceEvent) -> Void
  private var all: [Connection] = []

  init(assign: @escaping (ScannerDevice) -> Assignment?, report: @escaping (DeviceEvent) -> Void) {
    self.assign = assign
    self.report = report
  }

  /// What `poll` waits on, in an order that holds until the next `attend`.
  var numbers: some Sequence<CInt?> { all.lazy.map(\.number) }

  /// When `attend` is due.
  var deadline: EventTime? { all.lazy.compactMap(\.deadline).min() }

  /// Reads who has something to say, by what `poll` said of `numbers`, and does what is due for the others.
  mutating func attend(_ polled: some Sequence<pollfd>, at now: EventTime) {
    for (connection, polled) in zip(all, polled) {
      if polled.revents != 0 {
        connection.read(at: now)
        if !connection.isAttached { freeLane(of: connection, at: now) }
      } else {
        connection.elapse(at: now, holder: holder(of: connection.assignment.lane))
      }
    }
    all.removeAll { $0.isGone }
  }

  /// Gives a device that is there to its lane, if it has one and is not known yet.
  mutating func consider(_ device: ScannerDevice, at now: EventTime) {
    if let known = all.first(where: { $0.device.devnode == device.devnode }) {
      if known.device.syspath == device.syspath { return known.hurry(at: now) }
      remove(syspath: known.device.syspath, at: now)
    }
    guard let assignment = assign(device) else { return }
    let connection = Connection(device, as: assignment, at: now, report: report)
    connection.elapse(at: now, holder: holder(of: assignment.lane))
    if !connection.isGone { all.append(connection) }
  }

  /// Takes the lane from a device that was unplugged.
  mutating func remove(syspath: String, at now: EventTime) {
    guard let index = all.firstIndex(where: { $0.device.syspath == syspath }) else { return }
    let connection = all.remove(at: index)
    connection.remove()
    freeLane(of: connection, at: now)
  }

  /// Whoever else waits for the lane is tried at once.
  private func freeLane(of lost: Connection, at now: EventTime) {
    for other in all where other !== lost && other.assignment.lane == lost.assignment.lane {
      other.hurry(at: now)
    }
  }

  private func holder(of lane: String) -> ScannerDevice? {
    all.first { $0.isAttached && $0.assignment.lane == lane }?.device
  }
}
