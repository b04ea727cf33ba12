/// What the screen says of scanners that have no lane, and of a station that cannot see them come.
struct StrangerList: Sendable {
  /// In the order they came in.
  private var entries: [(scanner: String, note: String)] = []
  /// Why none that comes is seen.
  private(set) var trouble: String?

  mutating func receive(_ change: ScannerChange) {
    switch change.state {
    case .unwatched: trouble = change.cause
    case .watched: trouble = nil
    case .unclaimed: set(change.isForOperator ? change.cause : "\(change.scanner): \(change.cause)", of: change.scanner)
    case .detached where change.lane == nil: entries.removeAll { $0.scanner == change.scanner }
    case .attached, .detached: break
    }
  }

  /// A line each.
  var notes: [String] {
    entries.map(\.note) + [trouble.map { "scanners that come and go are not seen: \($0)" }].compactMap(\.self)
  }

  private mutating func set(_ note: String, of scanner: String) {
    if let index = entries.firstIndex(where: { $0.scanner == scanner }) {
      entries[index].note = note
    } else {
      entries.append((scanner, note))
    }
  }
}
