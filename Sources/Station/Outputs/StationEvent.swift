package import Devices
package import Gating

/// What the station tells its outputs.
package enum StationEvent: Sendable {
  case verdict(VerdictRecord)
  case view(lane: String, LaneView)
  case scanner(ScannerChange)
  case indicator(IndicatorChange)
  case station(StationChange)
}

/// A scanner came or went.
package struct ScannerChange: Sendable {
  package enum State: String, Sendable {
    /// It is there and grabbed.
    case attached
    /// It is gone, or there and cannot be read.
    case detached
    /// It is there, and no lane is for it: told anew when more is known of it, `detached` without a lane when it goes.
    case unclaimed
    /// None that comes or goes is noticed.
    case unwatched
    /// They are noticed again.
    case watched
  }

  package var at: UTCTime
  /// nil: it has none.
  package var lane: String?
  package var state: State
  /// The scanner's name and where it is plugged in.
  package var scanner: String
  /// Why it went or cannot be used, or what is odd about it, and what to do; empty where all is well.
  package var cause: String
  /// Whether somebody at the lane has to look after the cause, though the lane works or there is none.
  package var isForOperator: Bool
  /// The scanner itself, where it comes to its lane.
  package var device: ScannerDevice?

  package init(
    at: UTCTime, lane: String?, state: State, scanner: String, cause: String = "", isForOperator: Bool = false,
    device: ScannerDevice? = nil
  ) {
    self.at = at
    self.lane = lane
    self.state = state
    self.scanner = scanner
    self.cause = cause
    self.isForOperator = isForOperator
    self.device = device
  }
}

/// The station as a whole changed.
package struct StationChange: Sendable {
  package enum State: String, Sendable {
    case ready, hold, stopping
    /// Another configuration is in force, or the same once more: `changes` says what is different in it.
    case reloaded
    /// The configuration that was saved cannot be put in force, and the former one stays; `cause` says what to mend.
    case refused
    /// Nothing is heard of it any more: told by those who watch it, never by itself.
    case stopped
  }

  package var at: UTCTime
  package var station: String
  package var state: State
  /// Why; empty where there is nothing to say.
  package var cause: String
  /// Key paths of the configuration, and `key` for the API key; empty unless reloaded.
  package var changes: [String]
  /// Whether TofuPilot answers; nil before it was asked.
  package var api: APIState?
  /// How the journal does; nil: nothing is recorded, or it was not opened yet.
  package var journal: JournalState?

  package init(
    at: UTCTime, station: String, state: State, cause: String = "", changes: [String] = [], api: APIState? = nil,
    journal: JournalState? = nil
  ) {
    self.at = at
    self.station = station
    self.state = state
    self.cause = cause
    self.changes = changes
    self.api = api
    self.journal = journal
  }
}
