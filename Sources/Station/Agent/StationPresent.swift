/// What holds of the station as a whole, its scanners and its lights: the latest that was told of each. Verdicts are no
/// part of it: told again, they would be counted twice.
struct StationPresent: Sendable {
  private var station: StationChange?
  private var isUnwatched: ScannerChange?
  /// In the order in which they came.
  private var scanners: [ScannerChange] = []
  private var indicators: [IndicatorChange] = []

  /// All that is plugged in has been looked at.
  var hasBegun: Bool { station?.state == .ready || station?.state == .hold }

  var events: [StationEvent] {
    scanners.map(StationEvent.scanner) + [isUnwatched.map(StationEvent.scanner)].compactMap(\.self)
      + indicators.map(StationEvent.indicator) + [station.map(StationEvent.station)].compactMap(\.self)
  }

  mutating func receive(_ event: StationEvent) {
    switch event {
    case .station(let change): if change.state != .reloaded { station = change }
    case .indicator(let change):
      indicators.removeAll { $0.lane == change.lane && $0.indicator == change.indicator }
      indicators.append(change)
    case .scanner(let change): receive(change)
    case .verdict, .view: break
    }
  }

  private mutating func receive(_ change: ScannerChange) {
    switch change.state {
    case .unwatched: isUnwatched = change
    case .watched: isUnwatched = nil
    case .attached, .detached, .unclaimed:
      // A lane has one scanner; without a lane each is another.
      scanners.removeAll { $0.lane == change.lane && ($0.lane != nil || $0.scanner == change.scanner) }
      if change.lane != nil || change.state == .unclaimed { scanners.append(change) }
    }
  }
}
