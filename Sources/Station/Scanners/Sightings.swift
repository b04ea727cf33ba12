import Devices

/// Where each lane's scanner was seen last, and what that says of one that comes now.
///
/// ```
/// a lane's scanner is away, its like turns up elsewhere      it strayed
/// twins were away at one time, one comes back                nobody knows which
/// a lane of a socket has another model than before           set up otherwise?
/// a lane's scanner comes in another socket                   it moved
/// ```
struct Sightings: Sendable {
  /// The latest news stands last.
  private(set) var all: [Sighting]
  private var plan: LanePlan
  /// What is plugged in for the configuration's lanes, and for those that had a scanner since the start.
  private var present: [String: [Sighting]]
  /// For a lane whose scanner was away while its twins were: the lanes of all of them.
  private var twins: [String: Set<String>] = [:]

  /// More than any station has lanes: scanners that come once and never again are forgotten.
  private static let limit = 64

  init(_ all: [Sighting], plan: LanePlan) {
    self.all = all.filter(plan.includes)
    self.plan = plan
    present = Dictionary(plan.lanes.map { ($0, []) }) { first, _ in first }
  }

  /// Goes by another configuration from now on.
  mutating func follow(_ plan: LanePlan) {
    self.plan = plan
    all = all.filter(plan.includes)
    present = present.filter { !$0.value.isEmpty || plan.lanes.contains($0.key) }
    for lane in plan.lanes where present[lane] == nil { present[lane] = [] }
  }

  /// Whether the lane is one of the configuration, or, where that names none, has a scanner.
  func includes(_ lane: String) -> Bool {
    plan.lanes.isEmpty ? present[lane]?.isEmpty == false : plan.lanes.contains(lane)
  }

  /// The lane's scanner as it was seen last.
  subscript(lane: String) -> Sighting? { all.first { $0.lane == lane } }

  /// A lane works with this device now.
  mutating func come(_ device: ScannerDevice, to lane: String) -> ScannerRemark? {
    let new = Sighting(of: device, on: lane)
    let old = self[lane]
    let strayed = old?.isLike(new) == true ? [] : lanesMissing(new)
    let twins = twins.removeValue(forKey: lane)
    if !strayed.isEmpty {
      // It stays the other lane's, unless this one never had any and no number proves whose it is.
      if old == nil, new.serial == nil { remember(new, forgetting: strayed) }
      return .strayed(from: strayed, to: new.socket ?? device.devnode, isCertain: new.serial != nil, hasLane: true)
    }
    remember(new)
    guard let old else { return nil }
    if let twins, new.isLike(old) { return .twins(twins.sorted()) }
    if plan.isOfSocket(old), old.kind != new.kind { return .otherModel(before: old.name) }
    if let socket = old.socket, socket != new.socket { return .moved(from: socket) }
    return nil
  }

  /// The lanes whose own scanner may be this one, which no lane is for.
  func lanesMissing(_ device: ScannerDevice) -> [String] {
    lanesMissing(Sighting(of: device, on: ""))
  }

  /// These are plugged in for a lane, whether it works with one of them or not.
  mutating func find(_ devices: [ScannerDevice], for lane: String) {
    present[lane] = devices.map { Sighting(of: $0, on: lane) }
  }

  /// A lane's scanner was unplugged.
  mutating func leave(_ lane: String) {
    present[lane] = []
    noteTwins()
  }

  /// Notes who is away together with a twin: after each unplugging, and when all that is plugged in has been seen.
  mutating func noteTwins() {
    let away = all.filter { present[$0.lane] == [] }
    for one in away {
      let group = away.filter { $0.isLike(one) }.map(\.lane)
      if group.count > 1 { twins[one.lane, default: []].formUnion(group) }
    }
  }

  private func lanesMissing(_ new: Sighting) -> [String] {
    let owners = all.filter { owner in
      owner.lane != new.lane && owner.isLike(new) && !(present[owner.lane] ?? []).contains { $0.isLike(owner) }
    }
    return owners.map(\.lane).sorted()
  }

  private mutating func remember(_ new: Sighting, forgetting others: [String] = []) {
    if all.contains(new) { return }
    all.removeAll { $0.lane == new.lane || others.contains($0.lane) }
    all.append(new)
    all = all.suffix(Self.limit)
  }
}
