import Scanning

/// The warning that the journal's file system fills up, in time to make room; repeated daily.
struct DiskWarning {
  /// In percent: where it begins, and below which it ends.
  private static let bounds = (begin: 90, end: 88)
  private static let interval = Duration.seconds(86400)

  /// How full it is, in percent, as the warning says; nil: there is none.
  private(set) var fullness: Int?
  private var repetition = EventTime(nanoseconds: .max)

  /// - Parameter percent: how much of the file system is taken now.
  /// - Returns: whether there is something to tell: it came, went, or is due again.
  mutating func look(_ percent: Int, at now: EventTime) -> Bool {
    let isGiven = fullness != nil
    let isDue = percent >= (isGiven ? Self.bounds.end : Self.bounds.begin)
    guard isDue != isGiven || isDue && repetition <= now else { return false }
    fullness = isDue ? percent : nil
    repetition = now + Self.interval
    return true
  }
}
