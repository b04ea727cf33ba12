/// The devices that carry a mark and that no lane is for: told, a plug once, and never opened.
struct Unclaimed {
  private let report: (DeviceEvent) -> Void
  private var all: [ScannerDevice] = []
  /// One a plug, of those through which scans would come.
  private var told: [ScannerDevice] = []

  init(report: @escaping (DeviceEvent) -> Void) {
    self.report = report
  }

  mutating func add(_ device: ScannerDevice) {
    guard !all.contains(where: { $0.syspath == device.syspath }) else { return }
    all.append(device)
    guard device.types, !told.contains(where: { $0.plug == device.plug }) else { return }
    told.append(device)
    report(.unclaimed(device))
  }

  mutating func remove(syspath: String) {
    _ = take { $0.syspath == syspath }
  }

  /// Those that went unseen while the monitor was lost.
  mutating func removeAll(besides devices: [ScannerDevice]) {
    let present = Set(devices.map(\.syspath))
    _ = take { !present.contains($0.syspath) }
  }

  /// Hands over the nodes of a plug that has got a lane.
  mutating func take(plug: String) -> [ScannerDevice] {
    take { $0.plug == plug }
  }

  private mutating func take(_ fits: (ScannerDevice) -> Bool) -> [ScannerDevice] {
    let taken = all.filter(fits)
    all.removeAll(where: fits)
    for device in told.filter(fits) { report(.unclaimedGone(device)) }
    told.removeAll(where: fits)
    return taken
  }
}
