import Gating
import Scanning

extension Picture {
  /// - Parameters:
  ///   - notes: for READY: the rules, what to type.
  ///   - strangers: for READY and SCANNER LOST: what is to be said of scanners without a lane.
  ///   - now: what ages are counted to.
  init(of lane: ShownLane, notes: [String], strangers: [String], at now: UTCTime) {
    switch lane.view {
    case .ready:
      self = .ready(last: lane.before.first?.at, [lane.remark].compactMap(\.self) + notes + strangers, now)
    case .reading: self.init()
    case .checking(let ticket):
      self.init(word: "CHECKING", isModest: true, number: ticket.serialNumber.text, imperative: "WAIT")
    case .verdict(let record): self.init(of: record)
    case .hold(let cause): self = .hold(cause, units: lane.tally.held.isEmpty ? nil : lane.held, now)
    case .scannerLost(let scanner) where scanner.isLent: self = .lent(scanner, lane.loss, now)
    case .scannerLost(let scanner): self = .lost(scanner, lane.loss, strangers, now)
    case .stopping: self.init(word: "STOPPING", isModest: true, imperative: "PUT UNITS ON HOLD.")
    }
  }

  private static func ready(last: UTCTime?, _ notes: [String], _ now: UTCTime) -> Picture {
    let scanned = last.map { "last scan \(LocalTime($0).clock) (\(LocalTime.age(of: $0, at: now)) ago)" }
    return Picture(
      word: "READY", style: Style(weight: .dim), isModest: true, imperative: "SCAN A UNIT",
      notes: notes + [scanned].compactMap(\.self))
  }

  private static func hold(_ cause: HoldCause, units: String?, _ now: UTCTime) -> Picture {
    Picture(
      word: "HOLD", icon: .pause, border: .bars, style: Style(tone: .amber),
      reasons: ["\(cause.detail) since \(since(cause.since, now))  [\(cause.code.rawValue)]"],
      imperative: "PUT UNITS ON HOLD. Call the lead.",
      notes: units.map { ["on hold: \($0)   (scan them again when READY is back)"] } ?? [])
  }

  private static func lent(_ scanner: LostScanner, _ loss: String, _ now: UTCTime) -> Picture {
    Picture(
      word: "HOLD", icon: .pause, border: .bars, style: Style(tone: .amber),
      reasons: ["\(loss) since \(since(scanner.since, now))"], imperative: scanner.imperative)
  }

  /// What a watcher shows while it hears nothing of the agent; `cause` is why.
  static func stopped(_ cause: String, since begin: UTCTime, _ now: UTCTime) -> Picture {
    Picture(
      word: "STOPPED", icon: .pause, border: .bars, style: Style(tone: .amber),
      reasons: ["STATION STOPPED since \(since(begin, now))", cause], imperative: "PUT UNITS ON HOLD. Call the lead.")
  }

  private static func lost(
    _ scanner: LostScanner, _ loss: String, _ strangers: [String], _ now: UTCTime
  ) -> Picture {
    Picture(
      word: "SCANNER LOST", border: .single, style: Style(tone: .amber),
      reasons: ["\(loss) since \(since(scanner.since, now))", scanner.rivals].compactMap(\.self),
      imperative: scanner.imperative, notes: strangers)
  }

  /// Where there is no lane at all; `trouble` is why none would be seen.
  static func noScanner(_ trouble: String?) -> Picture {
    Picture(
      word: "NO SCANNER", border: .single, style: Style(tone: .amber),
      reasons: [trouble ?? "no scanner is plugged in, or none that is set up here"],
      imperative: trouble == nil ? "PLUG A SCANNER IN. Hold units." : "HOLD UNITS. Call the lead.")
  }

  private static func since(_ begin: UTCTime, _ now: UTCTime) -> String {
    "\(LocalTime(begin).clock) (\(LocalTime.age(of: begin, at: now)))"
  }
}
