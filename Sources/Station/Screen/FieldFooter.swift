import Gating
import Scanning

/// The rows below a lane: the two verdicts before, and the day's counts.
struct FieldFooter {
  let lane: ShownLane
  let now: UTCTime

  /// At most `limit` rows, the more useful ones.
  func rows(limit: Int, width: Int) -> [CellText] {
    Array([before(width: width), today].compactMap(\.self).prefix(limit))
  }

  /// `before: 14:02:11 FAIL SN-2024-001233   14:01:20 PASS SN-2024-001232`, the older one left out where it is narrow.
  private func before(width: Int) -> CellText? {
    guard let newest = lane.before.first else { return nil }
    let entries = lane.before.prefix(2).map { Self.head($0) + Self.number($0) }
    let both = Self.title + entries.reduce(CellText("")) { $0.isEmpty ? $1 : $0 + CellText("   ") + $1 }
    if both.width <= width { return both }
    let head = Self.title + Self.head(newest)
    return head + Self.number(newest).clippedFromTheLeft(to: width - head.width)
  }

  private static let title = CellText("before: ")

  private static func head(_ record: VerdictRecord) -> CellText {
    CellText("\(LocalTime(record.at).clock) \(record.verdict.answer.text) ")
  }

  private static func number(_ record: VerdictRecord) -> CellText {
    CellText(record.serialNumber?.text ?? record.scan).clippedFromTheLeft(to: 24)
  }

  private var today: CellText {
    let held = lane.tally.held.isEmpty ? "" : "   HOLD \(lane.held)"
    guard lane.hasCountedToday(at: now) else { return CellText("today:  no scan yet" + held) }
    let tally = lane.tally
    return CellText(
      "today:  \(tally.scans) \(tally.scans == 1 ? "scan" : "scans")   \(tally.passes) pass   \(tally.fails) fail   "
        + "\(tally.noVerdicts) no verdict" + held)
  }
}
