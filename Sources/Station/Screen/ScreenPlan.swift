/// Which part of the screen belongs to which lane: each its own block of rows, one above the other, never one for two.
struct ScreenPlan: Hashable {
  /// From above; fewer than lanes where there are more lanes than rows.
  let areas: [Area]

  init(lanes: Int, width: Int, height: Int) {
    let shown = min(lanes, height)
    var row = 0
    var areas: [Area] = []
    for index in 0..<shown {
      let rows = height / shown + (index < height % shown ? 1 : 0)
      areas.append(Area(row: row, column: 0, width: width, height: rows))
      row += rows
    }
    self.areas = areas
  }
}
