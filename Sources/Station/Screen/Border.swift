/// The frame around a verdict: each kind is known by its shape.
enum Border: Hashable, Sendable {
  case none
  /// A thick line and a thin one within.
  case double
  /// Dashes; they and their gaps change places when it flashes.
  case dashed
  case single
  /// Above and below only.
  case bars

  /// How many columns it takes on either side.
  var columns: Int {
    switch self {
    case .none, .bars: 0
    case .double: 4
    case .dashed, .single: 2
    }
  }

  /// How many rows it takes above, and as many below; `isThin` where rows are scarce.
  func rows(isThin: Bool) -> Int {
    switch self {
    case .none: 0
    case .double: isThin ? 1 : 2
    case .dashed, .single, .bars: 1
    }
  }

  func draw(on canvas: inout Canvas, in area: Area, isThin: Bool, isFlashed: Bool, style: Style) {
    let rows = rows(isThin: isThin)
    for y in 0..<area.height {
      let isBeside = rows..<area.height - rows ~= y
      for x in 0..<area.width where !isBeside || !(columns..<area.width - columns ~= x) {
        guard let mark = mark(x, y, of: area, isBeside: isBeside, isFlashed: isFlashed) else { continue }
        canvas.put(Cell(mark: mark, style: style), row: area.row + y, column: area.column + x)
      }
    }
  }

  private func mark(_ x: Int, _ y: Int, of area: Area, isBeside: Bool, isFlashed: Bool) -> Unicode.Scalar? {
    switch self {
    case .none: return nil
    case .single, .bars: return "█"
    case .dashed:
      // Four columns are as long as two rows.
      let isDash = isBeside ? y / 2 % 2 == 0 : x / 4 % 2 == 0
      return isDash != isFlashed ? "█" : nil
    case .double:
      let fromSide = min(x, area.width - 1 - x)
      if y == 0 || y == area.height - 1 || fromSide < 2 { return "█" }
      if fromSide == 2 { return nil }
      return isBeside ? "█" : y == 1 ? "▄" : "▀"
    }
  }
}
