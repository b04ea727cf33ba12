import Testing

@testable import Station

/// How the terminal is shared among lanes.
@Suite struct ScreenPlanTests {
  @Test("each lane has rows of its own, and together they are the screen", arguments: 1...30)
  func plan(lanes: Int) {
    let areas = ScreenPlan(lanes: lanes, width: 80, height: 24).areas
    #expect(areas.count == min(lanes, 24))
    #expect(areas.flatMap { $0.row..<$0.row + $0.height } == Array(0..<24))
  }
}
