import Gating

extension StationCounts {
  /// All of it as Prometheus reads it.
  ///
  /// - Parameter started: when the agent was.
  func text(version: String, started: UTCTime) -> String {
    var text = PrometheusText()
    text.begin("scangate_verdicts_total", .counter, "Verdicts by lane, verdict and leading reason.")
    for (key, count) in verdicts.sorted(by: { $0.key < $1.key }) {
      text.add("scangate_verdicts_total", count, ["lane": key.lane, "verdict": key.verdict, "reason": key.reason])
    }
    text.add(latency)
    text.begin("scangate_scanner_attached", .gauge, "Whether the lane's scanner is there.")
    text.add("scangate_scanner_attached", of: scanners)
    text.begin("scangate_indicator_ok", .gauge, "Whether the lane's light works.")
    text.add("scangate_indicator_ok", of: indicators)
    text.begin("scangate_api_up", .gauge, "Whether TofuPilot answers.")
    text.add("scangate_api_up", isAPIUp ? 1 : 0)
    text.begin("scangate_api_stand_in", .gauge, "Whether the answers are a stand-in's.")
    text.add("scangate_api_stand_in", condition.isStandIn ? 1 : 0)
    text.begin("scangate_api_requests_total", .counter, "Requests for verdicts, retries included.")
    text.add("scangate_api_requests_total", requests)
    if let lag = journalLag {
      text.begin("scangate_journal_lag_seconds", .gauge, "How long the latest verdict waited for its record.")
      text.add("scangate_journal_lag_seconds", lag / .seconds(1))
    }
    text.begin("scangate_build_info", .gauge, "The version at work.")
    text.add("scangate_build_info", 1, ["version": version])
    text.begin("process_start_time_seconds", .gauge, "When it was started, in seconds since 1970.")
    text.add("process_start_time_seconds", started.nanoseconds / 1_000_000_000)
    return text.text
  }
}

extension PrometheusText {
  fileprivate mutating func add(_ latency: Histogram) {
    let name = "scangate_verdict_latency_seconds"
    begin(name, .histogram, "From the terminator of a scan to its verdict.")
    for (limit, count) in latency.cumulative { add(name + "_bucket", count, ["le": limit]) }
    add(name + "_sum", latency.sum)
    add(name + "_count", latency.count)
  }

  fileprivate mutating func add(_ name: String, of lanes: [String: Bool]) {
    for (lane, isTrue) in lanes.sorted(by: { $0.key < $1.key }) { add(name, isTrue ? 1 : 0, ["lane": lane]) }
  }
}
