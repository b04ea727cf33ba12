import Gating
import Scanning
import Testing

@testable import Station

/// The station's numbers, as Prometheus reads them.
@Suite struct StationCountsTests {
  private static let time = UTCTime(nanoseconds: 0)

  private func text(_ events: [StationEvent]) -> String {
    var counts = StationCounts()
    for event in events { counts.receive(event) }
    return counts.text(version: "1.2.3", started: UTCTime(nanoseconds: 1_700_000_000_500_000_000))
  }

  private func verdict(
    _ code: ReasonCode, lane: String = "1", latency: Duration? = nil, recordingTime: Duration? = nil, attempts: Int = 1
  ) -> StationEvent {
    .verdict(
      VerdictRecord(
        at: Self.time, station: "s", lane: lane, scan: "x", serialNumber: nil,
        verdict: .noVerdict(code, detail: "", under: Gate()), shown: true, attempts: attempts, latency: latency,
        recordingTime: recordingTime, configuration: "c", standIn: false))
  }

  @Test("verdicts are counted by lane, verdict and reason, and so are requests")
  func verdicts() {
    let text = text([verdict(.timeout, attempts: 3), verdict(.timeout), verdict(.badScan, lane: "2", attempts: 0)])
    #expect(text.contains(#"scangate_verdicts_total{lane="1",verdict="NO_VERDICT",reason="timeout"} 2"#))
    #expect(text.contains(#"scangate_verdicts_total{lane="2",verdict="NO_VERDICT",reason="bad_scan"} 1"#))
    #expect(text.contains("scangate_api_requests_total 4\n"))
  }

  @Test("latencies fall into cumulative buckets; a verdict without one into none")
  func latency() {
    let text = text([
      verdict(.timeout, latency: .milliseconds(20)), verdict(.timeout, latency: .milliseconds(50)),
      verdict(.timeout, latency: .seconds(60)), verdict(.scanCut),
    ])
    for line in [
      #"_bucket{le="0.01"} 0"#, #"_bucket{le="0.025"} 1"#, #"_bucket{le="0.05"} 2"#, #"_bucket{le="10.0"} 2"#,
      #"_bucket{le="+Inf"} 3"#, "_sum 60.07", "_count 3",
    ] {
      #expect(text.contains("scangate_verdict_latency_seconds\(line)\n"))
    }
  }

  @Test("the journal's lag is that of the latest verdict that is recorded; there is none before")
  func journalLag() {
    let recorded = verdict(.timeout, recordingTime: .milliseconds(4))
    #expect(text([recorded, verdict(.timeout)]).contains("scangate_journal_lag_seconds 0.004\n"))
    #expect(!text([verdict(.timeout)]).contains("journal_lag"))
  }

  @Test("scanners, lights and the API are told as they are now")
  func state() {
    let text = text([
      .scanner(ScannerChange(at: Self.time, lane: "1", state: .attached, scanner: "Voyager")),
      .scanner(ScannerChange(at: Self.time, lane: nil, state: .unclaimed, scanner: "Voyager")),
      .view(lane: "2", .scannerLost(.notPluggedIn(nil))),
      .indicator(IndicatorChange(at: Self.time, lane: nil, state: .detached, indicator: "lamp")),
      .station(StationChange(at: Self.time, station: "s", state: .ready, api: .up(standIn: true))),
    ])
    for line in [
      #"scangate_scanner_attached{lane="1"} 1"#, #"scangate_scanner_attached{lane="2"} 0"#,
      #"scangate_indicator_ok{lane=""} 0"#, "scangate_api_up 1", "scangate_api_stand_in 1",
      #"scangate_build_info{version="1.2.3"} 1"#, "process_start_time_seconds 1700000000",
    ] {
      #expect(text.contains(line + "\n"))
    }
  }

  @Test("a lane's name adds no line and no label, whatever its scanner calls itself")
  func hostileLane() {
    let text = text([verdict(.timeout, lane: "a\"} 1\nevil{x=\"\\")])
    #expect(text.contains(#"{lane="a\"} 1\\u{A}evil{x=\"\\\\",verdict="NO_VERDICT""#))
    #expect(!text.contains("\nevil"))
  }

  @Test("ever new lanes are counted as one another past a limit")
  func bounded() {
    let text = text((0..<1000).map { verdict(.timeout, lane: "lane-\($0)") })
    #expect(text.contains(#"{lane="other",verdict="NO_VERDICT",reason="timeout"} 936"#))
    #expect(text.split(separator: "\n").count < 120)
  }

  @Test("each sample stands under its metric's own help and type")
  func format() {
    var metric = ""
    for line in text([verdict(.timeout, latency: .seconds(1))]).split(separator: "\n") {
      if line.hasPrefix("# HELP ") {
        metric = String(line.split(separator: " ")[2])
      } else {
        #expect(line.hasPrefix("# TYPE \(metric) ") || line.hasPrefix(metric))
      }
    }
  }
}
