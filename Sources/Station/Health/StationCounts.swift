import Gating

/// What the station has done and how it does, in numbers.
struct StationCounts: Sendable {
  struct Verdicts: Hashable, Comparable {
    var lane: String
    var verdict: String
    /// The code of the leading reason; empty for a PASS.
    var reason: String

    static func < (left: Verdicts, right: Verdicts) -> Bool {
      (left.lane, left.verdict, left.reason) < (right.lane, right.verdict, right.reason)
    }
  }

  private(set) var condition = StationCondition()
  private(set) var verdicts: [Verdicts: Int] = [:]
  private(set) var latency = Histogram()
  private(set) var requests = 0
  /// By lane, whether its scanner is there.
  private(set) var scanners: [String: Bool] = [:]
  /// By lane, whether its light works; empty is a light of whichever lane there is.
  private(set) var indicators: [String: Bool] = [:]
  private(set) var isAPIUp = false
  /// How long the latest verdict waited for its record.
  private(set) var journalLag: Duration?

  /// Lanes that no configuration names come with their scanners: the monitoring system's memory is not theirs to fill.
  private static let laneLimit = 64

  mutating func receive(_ event: StationEvent) {
    condition.receive(event)
    switch event {
    case .verdict(let record): count(record)
    case .view(let lane, .scannerLost): Self.note(false, of: lane, in: &scanners)
    case .scanner(let change):
      guard let lane = change.lane, change.state == .attached || change.state == .detached else { return }
      Self.note(change.state == .attached, of: lane, in: &scanners)
    case .indicator(let change) where change.state == .removed: indicators[change.lane ?? ""] = nil
    case .indicator(let change): Self.note(change.state == .attached, of: change.lane ?? "", in: &indicators)
    case .station(let change): isAPIUp = change.api.map { $0.cause == nil } ?? isAPIUp
    case .view: break
    }
  }

  private mutating func count(_ record: VerdictRecord) {
    let lane = Self.isRoom(for: record.lane, in: Set(verdicts.keys.map(\.lane))) ? record.lane : "other"
    let reason = record.verdict.leadingFinding?.code.rawValue ?? ""
    verdicts[Verdicts(lane: lane, verdict: record.verdict.code, reason: reason), default: 0] += 1
    requests += record.attempts
    if let latency = record.latency { self.latency.add(latency) }
    journalLag = record.recordingTime ?? journalLag
  }

  private static func note(_ isThere: Bool, of lane: String, in lanes: inout [String: Bool]) {
    if isRoom(for: lane, in: Set(lanes.keys)) { lanes[lane] = isThere }
  }

  private static func isRoom(for lane: String, in lanes: Set<String>) -> Bool {
    lanes.contains(lane) || lanes.count < laneLimit
  }
}
