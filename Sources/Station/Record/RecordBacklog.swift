/// What was told while nothing could be recorded, on its way to the journal.
struct RecordBacklog {
  /// Some hours of a quick line; what comes on top of it is only counted.
  private static let most = 10_000

  private(set) var payloads: [String] = []
  /// Keys of the open scans that they end.
  private(set) var closing: [String] = []
  private(set) var lost = 0

  mutating func add(_ payload: String, closing key: String? = nil) {
    guard payloads.count < Self.most else { return lost += 1 }
    payloads.append(payload)
    if let key { closing.append(key) }
  }
}
