import Gating
import Logging
import Scanning
import Synchronization
import Testing

@testable import Station

/// What goes into the log, and what does not.
@Suite struct LogOutputTests {
  /// Keeps entries as lines: `notice verdict LANE=1`.
  private final class Entries: Sendable {
    let lines = Mutex<[String]>([])
  }

  private struct Handler: LogHandler {
    let entries: Entries
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    func log(event: LogEvent) {
      let facts = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
      let line = ["\(event.level)", "\(event.message)"] + facts
      entries.lines.withLock { $0.append(line.joined(separator: " ")) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }
  }

  private static let time = UTCTime(nanoseconds: 0)

  private func log(_ events: [StationEvent]) -> [String] {
    let entries = Entries()
    let output = LogOutput(Logger(label: "test") { _ in Handler(entries: entries) })
    for event in events { output.tell(event) }
    return entries.lines.withLock { $0 }
  }

  private func verdict(_ code: ReasonCode, scan: String, serialNumber: SerialNumber?, shown: Bool) -> StationEvent {
    .verdict(
      VerdictRecord(
        at: Self.time, station: "s", lane: "1", scan: scan, serialNumber: serialNumber,
        verdict: .noVerdict(code, detail: "no answer", under: Gate()), shown: shown, attempts: 1, latency: nil,
        configuration: "sha256:0123456789abcdef", standIn: false))
  }

  @Test("a verdict is a notice with its facts")
  func verdicts() throws {
    let number = try SerialNumber("SN-1")
    #expect(
      log([verdict(.timeout, scan: "SN-1", serialNumber: number, shown: false)]) == [
        "notice verdict CAUSE=no answer CONFIG=sha256:0123456789ab LANE=1 REASON=timeout SERIAL_NUMBER=SN-1 SHOWN=false "
          + "VERDICT=NO_VERDICT"
      ])
  }

  @Test("what was scanned and is no serial number comes in escaped")
  func hostile() {
    let lines = log([verdict(.badScan, scan: "a\nb\u{1B}[2J", serialNumber: nil, shown: true)])
    #expect(lines.first?.contains(#"SCAN=a\u{A}b\u{1B}[2J VERDICT"#) == true)
  }

  @Test("what somebody has to look after is a warning, and a broken configuration an error")
  func levels() {
    func scanner(_ state: ScannerChange.State) -> StationEvent {
      .scanner(ScannerChange(at: Self.time, lane: "1", state: state, scanner: "Voyager", cause: "unplugged"))
    }
    func station(_ state: StationChange.State, _ cause: String = "") -> StationEvent {
      .station(StationChange(at: Self.time, station: "s", state: state, cause: cause))
    }
    #expect(
      log([
        scanner(.attached), scanner(.detached), scanner(.unwatched), station(.ready), station(.hold, "away"),
        station(.reloaded), station(.refused, "unknown key"), station(.stopping),
      ]) == [
        "notice scanner attached CAUSE=unplugged LANE=1 SCANNER=Voyager",
        "warning scanner lost CAUSE=unplugged LANE=1 SCANNER=Voyager",
        "warning scanners that come and go are not noticed CAUSE=unplugged LANE=1 SCANNER=Voyager",
        "notice station ready STATION=s",
        "warning station on hold CAUSE=away STATION=s",
        "notice configuration loaded STATION=s",
        "error configuration not loaded CAUSE=unknown key STATION=s",
        "notice station stopping STATION=s",
      ])
  }

  @Test("a lane's own hold is told once, and again when it comes back")
  func holds() {
    let unrecorded = LaneView.hold(HoldCause(code: .notRecorded, detail: "disk full", since: Self.time))
    let away = LaneView.hold(HoldCause(code: .unreachable, detail: "no route", since: Self.time))
    let views = [unrecorded, .reading, unrecorded, .ready, unrecorded, away]
    let line = "warning lane on hold CAUSE=[not_recorded] disk full LANE=1"
    #expect(log(views.map { .view(lane: "1", $0) }) == [line, line])
  }
}
