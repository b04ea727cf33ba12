import Synchronization

/// What went in and what came out, over all tests of the suite.
final class Tally: Sendable {
  private struct Counts {
    var scans = 0
    var verdicts = 0
    var wrong = 0
  }

  static let shared = Tally()

  private let counts = Mutex(Counts())

  func addScan() {
    counts.withLock { $0.scans += 1 }
  }

  func addVerdict() {
    counts.withLock { $0.verdicts += 1 }
  }

  /// Counts the characters that were read otherwise than they were sent, scan by scan; gives their number.
  func wrongCharacters(sent: [String], read: [String]) -> Int {
    let wrong = zip(sent, read).reduce(0) { wrong, pair in
      wrong + zip(pair.0, pair.1).count { $0 != $1 } + abs(pair.0.count - pair.1.count)
    }
    counts.withLock { $0.wrong += wrong }
    return wrong
  }
}

extension Tally: CustomStringConvertible {
  var description: String {
    counts.withLock { "\($0.scans) scans sent, \($0.verdicts) verdicts received, \($0.wrong) characters wrong" }
  }
}
