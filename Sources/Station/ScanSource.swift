package import Devices

/// Where a station's scans come from.
package enum ScanSource: Sendable {
  /// The scanners that are plugged in, and standard input where that is read too. `memory` knows where each lane's scanner
  /// was before; nil: nobody does, and nobody will.
  case scanners(memory: SightingsFile?, input: LineInput?)
  /// Lines alone, which somebody types: no device is opened.
  case lines(LineInput)
  /// A feed alone, likewise.
  case feed(LaneFeed)

  package var input: LineInput? {
    switch self {
    case .scanners(_, let input): input
    case .lines(let input): input
    case .feed: nil
    }
  }

  var feed: LaneFeed? {
    if case .feed(let feed) = self { feed } else { nil }
  }

  var readsScanners: Bool {
    if case .scanners = self { true } else { false }
  }

  var memory: SightingsFile? {
    if case .scanners(let memory, _) = self { memory } else { nil }
  }

  /// The lanes that need no scanner.
  var ownLanes: [String] { [input?.lane, feed?.lane].compactMap(\.self) }

  /// Where each lane's scanner was before.
  func sightings(by plan: LanePlan) -> Sightings {
    Sightings(memory?.found ?? [], plan: plan)
  }
}
