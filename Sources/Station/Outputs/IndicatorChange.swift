package import Gating
import Scanning

/// A light came or went.
package struct IndicatorChange: Sendable {
  package enum State: String, Sendable {
    /// It is there, and shows what its lane shows.
    case attached
    /// It is gone, cannot be driven, or is kept dark.
    case detached
    /// The configuration names it no longer.
    case removed
  }

  package var at: UTCTime
  /// nil: that of the only lane.
  package var lane: String?
  package var state: State
  /// Its profile and its port.
  package var indicator: String
  /// Why it shows nothing, and what to do; empty where it works.
  package var cause: String

  package init(at: UTCTime, lane: String?, state: State, indicator: String, cause: String = "") {
    self.at = at
    self.lane = lane
    self.state = state
    self.indicator = indicator
    self.cause = cause
  }
}

extension IndicatorChange {
  /// What became of a light; `error` is why it shows nothing.
  init(_ plan: LightPlan, _ error: LightError?, at time: UTCTime) {
    self.init(
      at: time, lane: plan.lane, state: error == nil ? .attached : .detached, indicator: plan.title,
      cause: error?.description ?? "")
  }

  /// What became of a light; nil: there is nothing to tell yet.
  init?(_ plan: LightPlan, _ news: LightRack.News, at time: UTCTime) {
    switch news {
    case .awaited: return nil
    case .works: self.init(plan, nil, at: time)
    case .fails(let error): self.init(plan, error, at: time)
    case .removed: self.init(at: time, lane: plan.lane, state: .removed, indicator: plan.title)
    }
  }

  var json: JSONLine {
    var line = JSONLine()
    line.add("type", "indicator")
    line.add("at", at.iso8601)
    line.add("lane", lane)
    line.add("state", state.rawValue)
    line.add("indicator", indicator)
    line.add("cause", cause)
    return line
  }

  /// `14:03:07  1  LIGHT detached: adafruit-tower on /dev/scangate/light-1: …`
  var line: String {
    let words = [LocalTime(at).clock, lane?.escaped(), "LIGHT \(state.rawValue): \(indicator.escaped())"]
    let what = words.compactMap(\.self).joined(separator: "  ")
    return cause.isEmpty ? what : "\(what): \(cause.escaped(limit: 400))"
  }
}
