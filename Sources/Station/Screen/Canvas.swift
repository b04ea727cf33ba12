/// The cells that a frame is drawn on; what falls outside is clipped.
struct Canvas: Hashable, Sendable {
  let width: Int
  let height: Int
  private var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: .blank, count: self.width * self.height)
  }

  /// Each exactly `width` long.
  var rows: [ArraySlice<Cell>] {
    (0..<height).map { cells[$0 * width..<($0 + 1) * width] }
  }

  mutating func put(_ cell: Cell, row: Int, column: Int) {
    guard 0..<height ~= row, 0..<width ~= column else { return }
    cells[row * width + column] = cell
  }

  mutating func fill(_ area: Area, with cell: Cell) {
    for row in area.row..<area.row + area.height {
      for column in area.column..<area.column + area.width {
        put(cell, row: row, column: column)
      }
    }
  }

  /// With a space on either side, which sets it off from what is filled.
  mutating func write(_ text: CellText, row: Int, column: Int, style: Style) {
    guard !text.isEmpty else { return }
    for (index, mark) in ([" "] + text.scalars + [" "]).enumerated() {
      put(Cell(mark: mark, style: style), row: row, column: column - 1 + index)
    }
  }
}
