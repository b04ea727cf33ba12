import Gating
import Glibc
import Scanning

@testable import Station

/// A station on 23 November 2026 at 14:03:48, and what its screen is told.
struct ScreenScene {
  private(set) var state: ScreenState
  var now = Self.time("2026-11-23T14:03:48Z")

  init(
    facts: ScreenFacts = ScreenFacts(station: "final gate", rules: "rules: first run must be PASS"),
    api: StationChange.State = .ready
  ) {
    // Frames show local times.
    setenv("TZ", "UTC", 1)
    tzset()
    state = ScreenState(facts: facts)
    tell(
      .station(
        StationChange(
          at: now, station: facts.station, state: api, api: api == .ready ? .up(standIn: false) : .down(.starting))))
  }

  mutating func tell(_ event: StationEvent) {
    state.receive(event)
  }

  mutating func show(_ view: LaneView, on lane: String = "1") {
    tell(.view(lane: lane, view))
  }

  /// A verdict as a lane tells it and then shows it.
  mutating func show(_ record: VerdictRecord) {
    tell(.verdict(record))
    show(.verdict(record), on: record.lane)
  }

  /// Two verdicts, which stand under what comes next.
  mutating func scanBefore(on lane: String = "1") throws {
    show(try .pass("SN-2024-001232", at: "2026-11-23T14:01:20Z", on: lane))
    show(try .fail("SN-2024-001233", at: "2026-11-23T14:02:11Z", on: lane))
  }

  func canvas(_ width: Int = 80, _ height: Int = 24) -> Canvas {
    state.canvas(width: width, height: height, at: now)
  }

  static func time(_ text: String) -> UTCTime {
    UTCTime(iso8601: text) ?? UTCTime(nanoseconds: 0)
  }
}

extension Canvas {
  /// The marks alone, a line each: what is left without any colour.
  func text(utf8: Bool = true) -> String {
    let traits = TerminalTraits { $0 == "LANG" && utf8 ? "C.UTF-8" : nil }
    return rows.map { row in
      var line = ""
      for cell in row { line.unicodeScalars.append(cell.mark(traits)) }
      return line + "\n"
    }.joined()
  }
}

extension VerdictRecord {
  static func pass(_ number: String, at time: String, on lane: String = "1") throws -> VerdictRecord {
    try judged(number, at: time, on: lane, run: .of(.pass))
  }

  static func fail(_ number: String, at time: String, on lane: String = "1") throws -> VerdictRecord {
    try judged(number, at: time, on: lane, run: .of(.fail))
  }

  static func judged(
    _ number: String, at time: String, on lane: String = "1", gate: Gate = Gate(), run: Run?,
    part: Part? = Part(number: "PCB-MAIN-001", name: "Main Control Board", revisionNumber: "A")
  ) throws -> VerdictRecord {
    let serialNumber = try SerialNumber(number, alphabet: .any)
    let reply = Reply.unit(Unit(serialNumber: number, part: part), run: run)
    let now = ScreenScene.time(time)
    switch Policy(gate: gate).judge(reply, asked: gate.policy, for: serialNumber, now: now) {
    case .verdict(let verdict): return VerdictRecord(number, serialNumber, verdict, at: now, on: lane)
    case .ask: throw AskedAgain()
    }
  }

  static func noVerdict(
    _ scan: String, _ code: ReasonCode, _ detail: String, at time: String, on lane: String = "1"
  ) -> VerdictRecord {
    let verdict = Verdict.noVerdict(code, detail: detail, under: Gate())
    return VerdictRecord(scan, try? SerialNumber(scan), verdict, at: ScreenScene.time(time), on: lane)
  }

  private init(_ scan: String, _ number: SerialNumber?, _ verdict: Verdict, at time: UTCTime, on lane: String) {
    self.init(
      at: time, station: "final gate", lane: lane, scan: scan, serialNumber: number, verdict: verdict, shown: true,
      attempts: 1, latency: .milliseconds(12), configuration: "sha256:test", standIn: false)
  }

  private struct AskedAgain: Error {}
}

extension Run {
  static func of(_ outcome: Outcome) -> Run {
    Run(outcome: outcome, procedure: "PCB Assembly", ending: .at(ScreenScene.time("2026-03-12T10:30:00Z")))
  }
}
