import Gating

extension VerdictRecord {
  /// The record as the journal keeps it: the design's §4 object, and the circumstances.
  ///
  /// - Parameters:
  ///   - version: of scangate.
  ///   - isLate: whether it was told before it could be recorded.
  func entry(by version: String, _ equipment: LaneEquipment, isClockSynchronised: Bool, isLate: Bool) -> String {
    var line = json
    line.add("schema", 1)
    line.add("version", version)
    line.add("clock_synchronised", isClockSynchronised)
    line.add("scanner", equipment.scanner(of: lane))
    line.add("indicator", equipment.indicator(for: self))
    line.add("late", isLate)
    return line.closed
  }
}
