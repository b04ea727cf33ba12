import Devices
import Gating
import Scanning
import ServiceManager
import Testing

@testable import Station

/// What `systemctl status` says of a station.
@Suite struct StationConditionTests {
  private static let time = UTCTime(nanoseconds: 0)
  private static let away = HoldCause(code: .unreachable, detail: "no route to host", since: time)

  private static func station(
    _ state: StationChange.State, _ cause: String = "", api: APIState? = .up(standIn: false)
  ) -> StationEvent {
    .station(StationChange(at: time, station: "s", state: state, cause: cause, api: api))
  }

  private static func lost(_ lane: String) -> StationEvent {
    .view(lane: lane, .scannerLost(LostScanner(name: "Voyager", cause: .gone(.unplugged), since: time)))
  }

  private static func light(_ lane: String?, _ cause: String) -> StationEvent {
    let state = cause.isEmpty ? IndicatorChange.State.attached : .detached
    return .indicator(IndicatorChange(at: time, lane: lane, state: state, indicator: "lamp", cause: cause))
  }

  private static let histories: [([StationEvent], text: String, trouble: String?)] = [
    ([], "starting", "starting"),
    ([.view(lane: "1", .ready), station(.ready)], "READY, 1 lane, API OK", nil),
    ([.view(lane: "1", .ready), .view(lane: "2", .reading), station(.ready)], "READY, 2 lanes, API OK", nil),
    (
      [.view(lane: "1", .ready), station(.ready, api: .up(standIn: true))],
      "READY, 1 lane, STAND-IN: the answers are not TofuPilot's", nil
    ),
    // What holds every lane is said once.
    (
      [.view(lane: "1", .hold(away)), station(.hold, away.text, api: .down(away))],
      "HOLD [unreachable] no route to host", "HOLD [unreachable] no route to host"
    ),
    (
      [.view(lane: "2", .ready), lost("1"), station(.ready)],
      "READY, 2 lanes, API OK; lane 1: Voyager: unplugged", "lane 1: Voyager: unplugged"
    ),
    // A scan in hand mends nothing.
    (
      [station(.ready), lost("1"), .view(lane: "1", .reading)],
      "READY, 1 lane, API OK; lane 1: Voyager: unplugged", "lane 1: Voyager: unplugged"
    ),
    ([station(.ready), lost("1"), .view(lane: "1", .ready)], "READY, 1 lane, API OK", nil),
    ([station(.ready), lost("1"), .view(lane: "1", .stopping)], "READY, 0 lanes, API OK", nil),
    (
      [.view(lane: "1", .ready), station(.ready), light("1", "unplugged")],
      "READY, 1 lane, API OK; light of lane 1: unplugged", nil
    ),
    ([.view(lane: "1", .ready), station(.ready), light(nil, "gone"), light(nil, "")], "READY, 1 lane, API OK", nil),
    (
      [.view(lane: "1", .ready), station(.ready), station(.refused, "scangate.yaml:3:1: unknown key")],
      "READY, 1 lane, API OK; configuration broken: scangate.yaml:3:1: unknown key", nil
    ),
    (
      [.view(lane: "1", .ready), station(.ready), station(.refused, "broken"), station(.reloaded)],
      "READY, 1 lane, API OK", nil
    ),
    ([station(.ready), station(.stopping)], "stopping", "stopping"),
    ([station(.hold, "line\nend\u{1B}[2J")], #"HOLD line\u{A}end\u{1B}[2J"#, "HOLD line\nend\u{1B}[2J"),
  ]

  @Test("a station is told in one line, and what keeps units waiting too", arguments: histories)
  func text(events: [StationEvent], text: String, trouble: String?) {
    var condition = StationCondition()
    for event in events { condition.receive(event) }
    #expect(condition.text == text)
    #expect(condition.trouble == trouble)
  }
}
