import Devices
import Gating
import Journal
import Scanning
import Settings

/// What a journal needs now and then, off the way of any verdict: that what is too old goes, and a look at its disk's room.
struct JournalChores {
  private static let trimInterval = Duration.seconds(86400)
  private static let lookInterval = Duration.seconds(60)

  private var trimDue = SystemClock.monotonic
  private var lookDue = SystemClock.monotonic
  private var disk = DiskWarning()

  var due: EventTime { min(trimDue, lookDue) }

  /// How full the disk is, in percent, where that is a warning.
  var fullness: Int? { disk.fullness }

  /// Drops what is too old or too much, a part of it at a time.
  mutating func trim(_ journal: Journal, to retention: Retention) throws(JournalError) {
    guard trimDue <= SystemClock.monotonic else { return }
    let now = SystemClock.utc
    let age = retention.age.components.seconds * 1_000_000_000
    // A clock that is years ahead would have everything go: by size alone, then.
    let oldest = WallClock.isSynchronised ? UTCTime(nanoseconds: now.nanoseconds - age).iso8601 : ""
    let isMore = try journal.trim(olderThan: oldest, size: retention.size, at: now.iso8601)
    if !isMore { trimDue = SystemClock.monotonic + Self.trimInterval }
  }

  /// Looks at the disk, if that is due. True: there is something to tell.
  mutating func look(at path: String) -> Bool {
    let now = SystemClock.monotonic
    guard lookDue <= now else { return false }
    lookDue = now + Self.lookInterval
    return DiskRoom(of: path).map { disk.look(Int($0.used * 100), at: now) } ?? false
  }
}
