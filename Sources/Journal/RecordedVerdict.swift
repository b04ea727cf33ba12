package import Gating

/// A verdict as its entry tells it. What an entry does not say is nil or empty; a key that it has on top is passed over.
package struct RecordedVerdict: Sendable {
  package var at: UTCTime
  package var answer: RecordedAnswer
  /// False: told under its own number and shown to nobody, so no release.
  package var isShown: Bool
  package var station: String?
  package var lane: String?
  /// As scanned: hostile until escaped.
  package var scan: String
  /// The AIM identifier that the scanner sent beside the text.
  package var symbology: Symbology
  package var serialNumber: String?
  /// In the order of the verdict table.
  package var reasons: [Reason]
  /// Which run was asked for.
  package var policy: RunPolicy?
  /// By name; nil: the gate's own lines decided, or none.
  package var rule: String?
  package var unit: Unit?
  package var run: Run?
  package var attempts: Int?
  /// In milliseconds.
  package var latency: Double?
  /// In milliseconds.
  package var requestTime: Double?
  /// The HTTP status of the last reply.
  package var status: Int?
  package var configuration: String?
  package var isStandIn: Bool
  package var version: String?
  package var isClockSynchronised: Bool?
  /// It was shown before it could be recorded.
  package var isLate: Bool
  package var passedBefore: UTCTime?
  package var scanner: Device?
  package var indicator: Light?

  package enum Symbology: Hashable, Sendable {
    case sent(String)
    case absent
    /// An older scangate did not record it.
    case untold

    /// nil: there is none to go by.
    package var identifier: String? {
      if case .sent(let identifier) = self { identifier } else { nil }
    }
  }

  package struct Reason: Decodable, Hashable, Sendable {
    package var code: String
    package var action: String?
    package var text: String?
    package var detail: String?
  }

  /// What it was scanned with.
  package struct Device: Decodable, Hashable, Sendable {
    package var model: String?
    package var serial: String?
    package var port: String?
  }

  /// What it was shown on besides the screen.
  package struct Light: Decodable, Hashable, Sendable {
    package var indicator: String?
    package var state: String?
    package var signal: String?
  }
}

extension RecordedVerdict: Decodable {
  /// By the keys of the entry, made camel case.
  private enum CodingKeys: String, CodingKey {
    case at, verdict, shown, station, lane, scan, serialNumber, reasons, policy, rule, unit, run, attempts, latencyMs
    case symbology, requestMs, status, config, standIn, version, clockSynchronised, late, passedBefore, scanner,
      indicator
  }

  package init(from decoder: any Decoder) throws {
    let entry = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
      try entry.decodeIfPresent(Value.self, forKey: key)
    }

    guard let at = UTCTime(iso8601: try entry.decode(String.self, forKey: .at)) else {
      throw DecodingError.dataCorruptedError(forKey: .at, in: entry, debugDescription: "no time")
    }
    self.at = at
    answer = try entry.decode(RecordedAnswer.self, forKey: .verdict)
    isShown = try entry.decode(Bool.self, forKey: .shown)
    station = try value(.station)
    lane = try value(.lane)
    serialNumber = try value(.serialNumber)
    scan = try value(.scan) ?? serialNumber ?? ""
    symbology = entry.contains(.symbology) ? try value(.symbology).map(Symbology.sent) ?? .absent : .untold
    reasons = try value(.reasons) ?? []
    policy = try value(.policy).flatMap { RunPolicy(rawValue: $0) }
    rule = try value(.rule)
    unit = try (value(.unit) as RecordedUnit?)?.unit
    run = try (value(.run) as RecordedRun?)?.run
    attempts = try value(.attempts)
    latency = try value(.latencyMs)
    requestTime = try value(.requestMs)
    status = try value(.status)
    configuration = try value(.config)
    isStandIn = try value(.standIn) ?? false
    version = try value(.version)
    isClockSynchronised = try value(.clockSynchronised)
    isLate = try value(.late) ?? false
    passedBefore = try value(.passedBefore).flatMap { UTCTime(iso8601: $0) }
    scanner = try value(.scanner)
    indicator = try value(.indicator)
  }
}
