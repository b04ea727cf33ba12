import Synchronization

/// What a scenario counts, over all its power cuts: units scanned, verdicts shown, and those that should not have been, or
/// that nobody recorded.
final class Ledger: Sendable {
  private struct Counts {
    var scans = 0
    var shown = 0
    /// Shown, and not looked up yet.
    var unchecked: [Decision] = []
    var lost = 0
    var falsePasses = 0
  }

  private let scenario: String
  private let stride: Int
  private let counts = Mutex(Counts())

  /// - Parameter stride: one of so many units comes; 3: all may pass.
  init(of scenario: String, stride: Int = 1) {
    self.scenario = scenario
    self.stride = stride
  }

  /// Scans the next unit of the shift; gives its number.
  @discardableResult
  func scan(with scanner: USBScanner) throws -> String {
    let unit = ShiftUnit(
      place: counts.withLock { counts in
        defer { counts.scans += 1 }
        return counts.scans * stride
      })
    try scanner.scan(unit.serialNumber)
    return unit.serialNumber
  }

  /// Counts what the station has shown.
  func enter(_ line: JSONLine) {
    guard line.type == "verdict", line.shown == true else { return }
    counts.withLock { counts in
      counts.shown += 1
      counts.unchecked.append(Decision(line))
      if line.verdict == "PASS", ShiftUnit(line.scan)?.mayPass != true { counts.falsePasses += 1 }
    }
  }

  /// Looks up all that was shown since the last time; gives what is missing in these records.
  func missing(in recorded: [Decision]) -> [Decision] {
    let recorded = Set(recorded)
    return counts.withLock { counts in
      let missing = counts.unchecked.filter { !recorded.contains($0) }
      counts.unchecked = []
      counts.lost += missing.count
      return missing
    }
  }

  var falsePasses: Int { counts.withLock(\.falsePasses) }
}

extension Ledger: CustomStringConvertible {
  var description: String {
    counts.withLock {
      "\(scenario): \($0.scans) scans, \($0.shown) verdicts shown, \($0.lost) lost, \($0.falsePasses) false PASS"
    }
  }
}
