import Gating
import Scanning

/// How the station does, for those who do not stand before it: the service manager and a monitoring system.
struct StationCondition: Sendable {
  enum State: Hashable, Sendable {
    /// TofuPilot has not answered and is not known to be away, not all that is plugged in has been looked at, or
    /// the journal is being opened.
    case starting
    case ready
    /// No verdict is possible, and why.
    case hold(String)
    case stopping
  }

  private(set) var state = State.starting
  private(set) var isStandIn = false
  /// What the latest reload has to say: why the file is not in force; empty where there is nothing.
  private var configuration = ""
  /// Each lane that runs, and why no verdict is possible on it; nil: one is.
  private(set) var lanes: [String: String?] = [:]
  /// Why lights show nothing, by lane; nil is a light of whichever lane there is.
  private(set) var lights: [String?: String] = [:]

  mutating func receive(_ event: StationEvent) {
    switch event {
    case .view(let lane, let view): receive(view, of: lane)
    case .indicator(let change): lights[change.lane] = change.state == .detached ? change.cause : nil
    case .station(let change): receive(change)
    case .scanner, .verdict: break
    }
  }

  private mutating func receive(_ view: LaneView, of lane: String) {
    switch view {
    case .ready: lanes[lane] = .some(nil)
    case .hold(let cause): lanes[lane] = .some(cause.laneText)
    case .scannerLost(let lost): lanes[lane] = lost.text
    case .stopping: lanes[lane] = nil
    // A scan in hand, or its verdict, takes no trouble away.
    case .reading, .checking, .verdict: if lanes[lane] == nil { lanes[lane] = .some(nil) }
    }
  }

  private mutating func receive(_ change: StationChange) {
    isStandIn = change.api?.isStandIn ?? isStandIn
    switch change.state {
    case .ready: state = .ready
    case .hold: state = .hold(change.cause)
    case .stopping: state = .stopping
    case .reloaded: configuration = ""
    case .refused: configuration = "configuration broken: \(change.cause)"
    case .stopped: break
    }
  }
}

extension StationCondition {
  /// Why units have to wait, at every lane or at one; nil: verdicts are given everywhere.
  var trouble: String? {
    switch state {
    case .starting: "starting"
    case .hold(let cause): "HOLD \(cause)"
    case .stopping: "stopping"
    case .ready: troubledLanes.isEmpty ? nil : troubledLanes.joined(separator: "; ")
    }
  }

  /// `READY, 2 lanes, API OK`, `HOLD [unreachable] no route to host`, with whatever else somebody has to look after.
  var text: String {
    let words =
      switch state {
      case .ready: [summary, configuration] + troubledLanes + darkLights
      case .hold: [trouble ?? "", configuration]
      case .starting, .stopping: [trouble ?? ""]
      }
    return words.filter { !$0.isEmpty }.joined(separator: "; ").escaped()
  }

  private var summary: String {
    let count = lanes.count == 1 ? "1 lane" : "\(lanes.count) lanes"
    return "READY, \(count), " + (isStandIn ? "STAND-IN: the answers are not TofuPilot's" : "API OK")
  }

  private var troubledLanes: [String] {
    lanes.sorted { $0.key < $1.key }.compactMap { lane, cause in cause.map { "lane \(lane): \($0)" } }
  }

  private var darkLights: [String] {
    lights.sorted { $0.key ?? "" < $1.key ?? "" }.map { lane, cause in
      (lane.map { "light of lane \($0)" } ?? "light") + ": \(cause)"
    }
  }
}

extension HoldCause {
  /// `[unreachable] no route to host`
  var text: String { "[\(code.rawValue)] \(detail)" }

  /// The same, where it is the lane's own: what holds every lane the station tells of itself.
  var laneText: String? {
    code == .indicatorLost || code == .notRecorded ? text : nil
  }
}
