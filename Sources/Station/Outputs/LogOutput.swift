import Gating
package import Logging
import Scanning
import Synchronization

/// A log entry for each verdict and each change: a message that is always the same, and the facts beside it, for a log
/// that can be searched by them. What was scanned comes in escaped; of the key and of keystrokes it knows nothing.
package final class LogOutput: Output {
  private let logger: Logger
  /// Why lanes are on hold, as it was told.
  private let held = Mutex<[String: String]>([:])

  package init(_ logger: Logger) {
    self.logger = logger
  }

  package func tell(_ event: StationEvent) {
    switch event {
    case .verdict(let record): logger.notice("verdict", metadata: record.facts)
    case .view(let lane, let view): tell(view, of: lane)
    case .scanner(let change): log(change.entry, change.facts)
    case .indicator(let change): log(change.entry, change.facts)
    case .station(let change): log(change.entry, change.facts)
    }
  }

  private func log(_ entry: (level: Logger.Level, message: Logger.Message), _ facts: Logger.Metadata) {
    logger.log(level: entry.level, entry.message, metadata: facts)
  }

  /// A lane on hold shows that after each scan anew: it is told once.
  private func tell(_ view: LaneView, of lane: String) {
    let cause: String? =
      switch view {
      case .hold(let cause): cause.laneText
      case .ready, .scannerLost, .stopping: nil
      case .reading, .checking, .verdict: held.withLock { $0[lane] }
      }
    let isNews = held.withLock { held in
      defer { held[lane] = cause }
      return held[lane] != cause
    }
    guard isNews, let cause else { return }
    logger.warning("lane on hold", metadata: logFacts(["LANE": lane, "CAUSE": cause]))
  }
}

/// Those that there are, escaped.
private func logFacts(_ facts: KeyValuePairs<String, String?>) -> Logger.Metadata {
  var metadata: Logger.Metadata = [:]
  for case (let name, let fact?) in facts where !fact.isEmpty {
    metadata[name] = .string(fact.escaped(limit: 400))
  }
  return metadata
}

extension VerdictRecord {
  /// So much of a hash tells configurations apart.
  private static let hashLength = "sha256:".count + 12

  fileprivate var facts: Logger.Metadata {
    logFacts([
      "LANE": lane, "SERIAL_NUMBER": serialNumber?.text, "SCAN": serialNumber == nil ? scan : nil,
      "VERDICT": verdict.code, "REASON": verdict.findings.map(\.code.rawValue).joined(separator: ","),
      "CAUSE": verdict.leadingFinding?.detail, "SHOWN": shown ? nil : "false", "STAND_IN": standIn ? "true" : nil,
      "CONFIG": "\(configuration.prefix(Self.hashLength))",
    ])
  }
}

extension ScannerChange {
  fileprivate var entry: (level: Logger.Level, message: Logger.Message) {
    switch state {
    case .attached: (.notice, "scanner attached")
    case .detached: (.warning, "scanner lost")
    case .unclaimed: (.warning, "scanner without a lane")
    case .unwatched: (.warning, "scanners that come and go are not noticed")
    case .watched: (.notice, "scanners that come and go are noticed again")
    }
  }

  fileprivate var facts: Logger.Metadata {
    logFacts(["LANE": lane, "SCANNER": scanner, "CAUSE": cause])
  }
}

extension IndicatorChange {
  fileprivate var entry: (level: Logger.Level, message: Logger.Message) {
    switch state {
    case .attached: (.notice, "light attached")
    case .detached: (.warning, "light lost")
    case .removed: (.notice, "light no longer configured")
    }
  }

  fileprivate var facts: Logger.Metadata {
    logFacts(["LANE": lane, "INDICATOR": indicator, "CAUSE": cause])
  }
}

extension StationChange {
  fileprivate var entry: (level: Logger.Level, message: Logger.Message) {
    switch state {
    case .ready: (.notice, "station ready")
    case .hold: (.warning, "station on hold")
    case .stopping: (.notice, "station stopping")
    case .reloaded: (.notice, "configuration loaded")
    case .refused: (.error, "configuration not loaded")
    case .stopped: (.warning, "station stopped")
    }
  }

  fileprivate var facts: Logger.Metadata {
    logFacts([
      "STATION": station, "CAUSE": cause, "CHANGES": changes.joined(separator: " "),
      "STAND_IN": api?.isStandIn == true ? "true" : nil,
    ])
  }
}
