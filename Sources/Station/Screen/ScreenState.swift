import Gating
import Scanning
import Signals

/// All that the screen knows, from what the station tells it; a frame is drawn from nothing else.
struct ScreenState: Sendable {
  var facts: ScreenFacts
  private var lanes: [ShownLane] = []
  private var strangers = StrangerList()
  /// Why lights show nothing, empty where they work, by lane; nil is a light of whichever lane there is.
  private var lights: [String?: String] = [:]
  private var api: APIWord?
  private var journal: JournalState?
  /// When the rules were changed, and what of them; where they are to be mended, that.
  private var reload: String?
  /// The file that was saved last cannot be put in force.
  private var isRefused = false
  /// A line was typed to its end: what the terminal echoed of it is to go.
  var isLineEntered = true
  /// How often the bell still rings for the latest verdict.
  var ringsDue = 0

  init(facts: ScreenFacts) {
    self.facts = facts
  }

  mutating func receive(_ event: StationEvent) {
    switch event {
    case .verdict(let record):
      lane(record.lane) { $0.count(record) }
      if facts.bell, record.shown { ringsDue = Signal(record.verdict.answer).beeps }
    case .view(let name, let view):
      if name == facts.typedLane, let old = lanes.first(where: { $0.name == name })?.view {
        isLineEntered = isLineEntered || view.followsLine(after: old)
      }
      lane(name) { $0.view = view }
    case .scanner(let change): receive(change)
    case .indicator(let change):
      lights[change.lane] = change.cause
    case .station(let change): receive(change)
    }
  }

  private mutating func receive(_ change: ScannerChange) {
    strangers.receive(change)
    guard let name = change.lane else { return }
    lane(name) { $0.remark = change.state == .attached && change.isForOperator ? change.cause : nil }
  }

  private mutating func receive(_ change: StationChange) {
    switch change.state {
    case .ready, .hold:
      api = change.api.map(APIWord.init) ?? api
      journal = change.journal
    case .reloaded:
      let changed = "rules changed \(LocalTime(change.at).clockToTheMinute): \(change.changes.joined(separator: ", "))"
      reload = change.changes.isEmpty ? isRefused ? nil : reload : changed
      isRefused = false
    case .refused:
      reload = "rules not changed \(LocalTime(change.at).clockToTheMinute): \(change.cause)"
      isRefused = true
    case .stopping, .stopped: break
    }
  }

  /// The same on another screen, which may say other things of the station and show other lanes of it.
  func shown(with facts: ScreenFacts) -> ScreenState {
    var state = self
    state.facts = facts
    return state
  }

  private mutating func lane(_ name: String, change: (inout ShownLane) -> Void) {
    if !lanes.contains(where: { $0.name == name }) { lanes.append(ShownLane(name: name)) }
    for index in lanes.indices where lanes[index].name == name { change(&lanes[index]) }
  }

  /// Those that this screen shows, each at its place by its name, wherever it came in; one that has ended leaves its rows
  /// to the others.
  private var shownLanes: [ShownLane] {
    let shown = lanes.filter { facts.lanes?.contains($0.name) ?? true }.sorted {
      place(of: $0.name) < place(of: $1.name)
    }
    let working = shown.filter { !$0.view.isOver }
    return working.isEmpty ? shown : working
  }

  /// The lanes that work, or wait for their scanner.
  var laneNames: [String] {
    lanes.filter { !$0.view.isOver }.map(\.name).sorted { place(of: $0) < place(of: $1) }
  }

  /// As the configuration lists them; else 2 before 10.
  private func place(of name: String) -> (Int, Int, String) {
    (facts.lanes?.firstIndex(of: name) ?? 0, name.utf8.count, name)
  }
}

// MARK: - Drawing

extension ScreenState {
  /// When the screen looks different though nothing happens: with the clock, and with a NO VERDICT that flashes.
  func nextChange(after now: UTCTime) -> Duration {
    let period = isFlashing ? Self.flash : .seconds(60)
    return period - now.elapsed(of: period)
  }

  func canvas(width: Int, height: Int, at now: UTCTime) -> Canvas {
    var canvas = Canvas(width: width, height: height)
    let shown = shownLanes
    let fields = shown.isEmpty ? [emptyField(now)] : shown.map { field($0, now) }
    let plan = ScreenPlan(lanes: fields.count, width: width, height: height)
    for (field, area) in zip(fields, plan.areas) {
      field.draw(on: &canvas, in: area)
    }
    return canvas
  }

  private static let flash = Duration.seconds(1)

  private var isFlashing: Bool {
    shownLanes.contains { lane in
      guard case .verdict(let record) = lane.view, case .noVerdict = record.verdict.answer else { return false }
      return true
    }
  }

  private func field(_ lane: ShownLane, _ now: UTCTime) -> LaneField {
    let light = darkness(of: lane).map { "NO LIGHT: \($0)" }
    let notes = [light, facts.rules].compactMap(\.self) + facts.hints + [reload].compactMap(\.self)
    // They are no news to a lane that works, while another looks for its scanner.
    let strangers = lane.isLost || !lanes.contains(where: \.isLost) ? strangers.notes : []
    return LaneField(
      header: header(lane, now), picture: Picture(of: lane, notes: notes, strangers: strangers, at: now),
      footer: FieldFooter(lane: lane, now: now), isFlashed: now.elapsed(of: Self.flash * 2) >= Self.flash)
  }

  /// Why the lane's light shows nothing; nil: it does, or there is none.
  private func darkness(of lane: ShownLane) -> String? {
    let cause = lights[lane.name] ?? lights[nil] ?? strayLight
    return cause?.isEmpty == false ? cause : nil
  }

  /// Why a light shows nothing that no lane is for: it may be meant for any that has none.
  private var strayLight: String? {
    guard facts.lanes == nil else { return nil }
    let names = lanes.map(\.name)
    return lights.filter { name, _ in name.map { !names.contains($0) } ?? false }.values.max()
  }

  private func emptyField(_ now: UTCTime) -> LaneField {
    LaneField(header: header(nil, now), picture: .noScanner(strangers.trouble))
  }

  private func header(_ lane: ShownLane?, _ now: UTCTime) -> FieldHeader {
    let api = lane.flatMap { APIWord(of: $0.view) } ?? api
    let light = lane.flatMap(darkness).map { _ in "NO LIGHT" }
    let words =
      [api?.rawValue, light, isRefused ? "RULES FILE BROKEN" : nil].compactMap(\.self) + (journal?.words ?? [])
    return FieldHeader(
      lane: lane?.name, station: facts.station, state: words + facts.words,
      time: LocalTime(now))
  }
}

extension LaneView {
  /// Whether a typed line has just come to its end: with the look-up's beginning, or with a verdict that needed none.
  fileprivate func followsLine(after old: LaneView) -> Bool {
    switch (self, old) {
    case (.reading, _): true
    case (.verdict, .reading), (.verdict, .checking): false
    case (.verdict, _): true
    default: false
    }
  }
}

extension UTCTime {
  /// How much of the current period has gone by, periods counted from 1970: those of a minute end with the clock's.
  fileprivate func elapsed(of period: Duration) -> Duration {
    let length = period.components.seconds * 1_000_000_000
    let rest = nanoseconds % length
    return .nanoseconds(rest < 0 ? rest + length : rest)
  }
}
