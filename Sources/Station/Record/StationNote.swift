package import Gating

/// What the journal keeps of the station besides its verdicts, an entry of the same chain each.
package enum StationNote: Hashable, Sendable {
  case start(StationStart)
  /// It ends, and why.
  case stop(String)
  /// Another configuration is in force: its hash, and the key paths whose values are other; `key` is the API key.
  case reload(configuration: String, changes: [String])
  /// The wall clock was set by so much, forwards or back.
  case clock(Duration)
  /// The recorded verdict of this sequence number was shown to nobody.
  case overtaken(Int64)
  /// Nothing could be recorded for a while.
  case gap(RecordGap)

  func entry(at time: UTCTime) -> JSONLine {
    var line = JSONLine()
    line.add("type", type)
    line.add("at", time.iso8601)
    switch self {
    case .start(let start): start.add(to: &line)
    case .stop(let cause): line.add("cause", cause)
    case .reload(let configuration, let changes):
      line.add("config", configuration)
      line.add("changes", changes)
    case .clock(let jump): line.add("jump_ms", milliseconds: jump)
    case .overtaken(let sequence): line.add("of", Int(sequence))
    case .gap(let gap): gap.add(to: &line)
    }
    return line
  }

  private var type: String {
    switch self {
    case .start: "start"
    case .stop: "stop"
    case .reload: "reload"
    case .clock: "clock"
    case .overtaken: "overtaken"
    case .gap: "gap"
    }
  }
}

/// What a station begins with.
package struct StationStart: Hashable, Sendable {
  package var station: String
  package var version: String
  package var configuration: String
  /// Where the API key comes from; nil: there is none.
  package var keySource: String?
  package var policy: RunPolicy
  /// The lanes and lights that the configuration names.
  package var lanes: [String]
  package var indicators: [String]

  package init(
    station: String, version: String, configuration: String, keySource: String?, policy: RunPolicy, lanes: [String],
    indicators: [String]
  ) {
    self.station = station
    self.version = version
    self.configuration = configuration
    self.keySource = keySource
    self.policy = policy
    self.lanes = lanes
    self.indicators = indicators
  }

  fileprivate func add(to line: inout JSONLine) {
    line.add("station", station)
    line.add("version", version)
    line.add("config", configuration)
    line.add("key_source", keySource)
    line.add("policy", policy.rawValue)
    line.add("lanes", lanes)
    line.add("indicators", indicators)
    line.add("boot", SystemClock.boot)
  }
}

/// A time without a journal.
package struct RecordGap: Hashable, Sendable {
  package var cause: HoldCause
  /// Entries that were kept in memory and follow on this one.
  package var kept: Int
  /// Those that memory had no room for.
  package var lost: Int

  fileprivate func add(to line: inout JSONLine) {
    line.add("since", cause.since.iso8601)
    line.add("cause", cause.detail)
    line.add("kept", kept)
    line.add("lost", lost)
  }
}
