import Devices

/// The scanner and the light of each lane, as the station told of them last: what a verdict was scanned with, and shown on.
struct LaneEquipment: Sendable {
  private var scanners: [String: JSONLine] = [:]
  /// nil is a light of whichever lane there is.
  private var lights: [String?: IndicatorChange] = [:]

  mutating func receive(_ event: StationEvent) {
    switch event {
    case .scanner(let change):
      // One that goes may still be heard of: its last scan is under way.
      if let lane = change.lane, let device = change.device { scanners[lane] = device.identity }
    case .indicator(let change): lights[change.lane] = change.state == .removed ? nil : change
    case .verdict, .view, .station: break
    }
  }

  /// Model, serial number and socket; nil: the lane's scans come from no device.
  func scanner(of lane: String) -> JSONLine? {
    scanners[lane]
  }

  /// The light, how it does, and what it is told; nil: there is none.
  func indicator(for record: VerdictRecord) -> JSONLine? {
    guard let light = lights[record.lane] ?? lights[nil] else { return nil }
    var line = JSONLine()
    line.add("indicator", light.indicator)
    line.add("state", light.state.rawValue)
    line.add("signal", record.shown && light.state == .attached ? record.verdict.code : nil)
    return line
  }
}

extension ScannerDevice {
  fileprivate var identity: JSONLine {
    var line = JSONLine()
    line.add("model", shortTitle)
    line.add("serial", serial)
    line.add("port", socket)
    return line
  }
}
