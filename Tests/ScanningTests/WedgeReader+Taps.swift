import Scanning

extension WedgeReader {
  /// Taps keys one millisecond apart; what is told, in order.
  mutating func tap(_ keys: KeyCode..., from milliseconds: Int) -> [ScannerEvent] {
    var told: [ScannerEvent] = []
    for (index, key) in keys.enumerated() {
      let start = milliseconds + 2 * index
      receive(.key(key, .down, at: .at(start))) { told.append($0) }
      receive(.synReport(at: .at(start))) { told.append($0) }
      receive(.key(key, .up, at: .at(start + 1))) { told.append($0) }
    }
    return told
  }
}

extension EventTime {
  static func at(_ milliseconds: Int) -> EventTime {
    EventTime(nanoseconds: Int64(milliseconds) * 1_000_000)
  }
}
