import Gating
import Scanning

/// Lanes tie the sections together: each has one scanner, at most one light, and a place on the screen.
extension Configuration {
  func checkScanners(_ reader: NodeReader) {
    for (index, scanner) in scanners.enumerated() {
      let path = "scanners[\(index)]"
      let others = scanners[..<index]
      if scanner.lane == Self.inputLane {
        reader.report(
          key: "\(path).lane", "found \(scanner.lane.quoted), the lane of standard input, expected another name")
      }
      if others.contains(where: { $0.lane == scanner.lane }) {
        reader.report(key: "\(path).lane", "found \(scanner.lane.quoted) twice, expected a name of its own")
      }
      if let match = scanner.match, others.contains(where: { $0.match?.meets(match) ?? false }) {
        reader.report(key: "\(path).match", "another lane has the same scanner, expected one of its own")
      }
      if let minLength = scanner.extraction.minLength, minLength > gate.alphabet.limit {
        reader.report(
          key: "\(path).min_length",
          "found \(minLength), expected at most \(gate.alphabet.limit), the longest number of serial_characters: "
            + gate.alphabet.rawValue)
      }
    }
  }

  func checkIndicators(_ reader: NodeReader) {
    for (index, indicator) in indicators.enumerated() {
      let path = "indicators[\(index)]"
      let others = indicators[..<index]
      if let lane = indicator.lane {
        checkLane(lane, at: "\(path).lane", reader)
      } else if scanners.count > 1 {
        reader.report(key: "\(path).lane", "missing, expected one of \(laneNames)")
      } else if scanners.isEmpty, indicators.count > 1 {
        reader.report(key: "\(path).lane", "missing, expected a lane for each of \(indicators.count) lights")
      }
      if others.contains(where: { lane(of: $0) == lane(of: indicator) }) {
        reader.report(key: "\(path).lane", "this lane has a light already, expected one light a lane")
      }
      if others.contains(where: { $0.port == indicator.port }) {
        reader.report(key: "\(path).port", "another light hangs on this port, expected a port of its own")
      }
      if indicator.passTime > screen.passTime, reader.has("\(path).pass_time") {
        reader.report(
          key: "\(path).pass_time",
          "found \(indicator.passTime.written), expected at most \(screen.passTime.written), as long as the screen says PASS"
        )
      }
    }
  }

  /// The lane whose verdicts a light shows: the one that it names, else the only one; nil: that is known when a scanner
  /// is plugged in.
  package func lane(of indicator: IndicatorSettings) -> String? {
    indicator.lane ?? (scanners.count == 1 ? scanners[0].lane : nil)
  }

  func checkScreen(_ reader: NodeReader) {
    guard case .only(let lanes) = screen.lanes else { return }
    for (index, lane) in lanes.enumerated() {
      checkLane(lane, at: "screen.lanes[\(index)]", reader)
    }
  }

  private func checkLane(_ lane: String, at path: String, _ reader: NodeReader) {
    // Without a list of scanners, a lane is named only when its scanner is plugged in.
    guard !scanners.isEmpty, lane != Self.inputLane, !scanners.contains(where: { $0.lane == lane }) else { return }
    reader.report(key: path, "found \(lane.quoted), expected one of \(laneNames)")
  }

  private var laneNames: String {
    Set(scanners.map(\.lane.quoted)).sorted().joined(separator: ", ")
  }
}
