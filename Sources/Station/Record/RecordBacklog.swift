/// What was told while nothing could be recorded, on its way to the journal.
struct RecordBacklog {
  /// Some hours of a quick line; what comes on top of it is only counted.
  private static let most = 10_000

  private(set) var payloads: [String] = []
  /// Keys of the open scans that they end.
  private(set) var closing: [String] = []
  private(set) var lost = 0

  /// What is to be written before anything else.
  func entries(after trouble: HoldCause?) -> [String] {
    // The gap also shows whether it can be written.
    let gap = trouble.map { StationNote.gap(RecordGap(cause: $0, kept: payloads.count, lost: lost)) }
    return [gap?.entry(at: SystemClock.utc).closed].compactMap(\.self) + payloads
  }

  mutating func add(_ payload: String, closing key: String? = nil) {
    guard payloads.count < Self.most else { return lost += 1 }
    payloads.append(payload)
    if let key { closing.append(key) }
  }
}
