/// The row above a lane: whose it is, whether TofuPilot answers, and the time.
struct FieldHeader {
  /// nil where there is no lane.
  var lane: String?
  var station: String
  /// `API OK`, and words of warning.
  var state: [String]
  var time: LocalTime

  func draw(on canvas: inout Canvas, in area: Area, style: Style) {
    let middle = CellText(state.joined(separator: " · "))
    let (left, right) = sides(around: middle, width: area.width)
    let free = area.width - 2 - left.width - middle.width - right.width
    // In the middle of the row, unless a side reaches that far.
    let centre = min(max((area.width - middle.width) / 2, left.width + 3), left.width + 1 + max(0, free - 2))
    canvas.write(left, row: area.row, column: area.column + 1, style: style)
    canvas.write(middle, row: area.row, column: area.column + centre, style: style)
    canvas.write(right, row: area.row, column: area.column + area.width - 1 - right.width, style: style)
  }

  /// The lane's name, or the station's where there is no lane.
  var name: String { lane.map { "LANE \($0)" } ?? station }

  /// As much as fits; the state in the middle is never cut for it.
  private func sides(around middle: CellText, width: Int) -> (CellText, CellText) {
    let long = lane == nil ? name : "\(name) · \(station)"
    let choices = [
      (long, time.weekdayAndClock), (name, time.weekdayAndClock), (name, time.clockToTheMinute), (name, ""),
    ].map { (CellText($0), CellText($1)) }
    let room = width - middle.width - 6
    let fitting = choices.first { $0.width + $1.width <= room }
    return fitting ?? (choices[3].0.clipped(to: max(0, room)), choices[3].1)
  }
}
