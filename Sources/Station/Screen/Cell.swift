/// One place on the screen: a mark of one column and how it looks.
struct Cell: Hashable, Sendable {
  var mark: Unicode.Scalar
  var style = Style()

  static let blank = Cell(mark: " ")

  /// Filled altogether.
  static func block(_ style: Style) -> Cell {
    Cell(mark: "█", style: style)
  }
}

/// How a mark looks. Nothing is told by it alone: a terminal without colours shows the same words and shapes.
struct Style: Hashable, Sendable {
  enum Tone: Hashable, Sendable {
    case plain, green, red, amber
  }

  enum Weight: Hashable, Sendable {
    case normal, bold, dim
  }

  var tone = Tone.plain
  var weight = Weight.normal
  /// Dark on a ground of the tone.
  var isReversed = false
}

/// A rectangle of cells.
struct Area: Hashable, Sendable {
  /// Of its upper left corner, counted from 0.
  var row: Int
  var column: Int
  var width: Int
  var height: Int

  func inset(rows: Int, columns: Int) -> Area {
    Area(
      row: row + rows, column: column + columns, width: max(0, width - 2 * columns),
      height: max(0, height - 2 * rows))
  }
}
