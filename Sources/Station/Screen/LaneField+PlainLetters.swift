extension LaneField {
  /// Where there is no room for block letters: `*** FAIL ***`, the number, the imperative; at worst all in one row.
  func drawInPlainLetters(on canvas: inout Canvas, in area: Area) {
    let width = max(1, area.width - 2)
    let texts = picture.texts(width: width)
    var area = area
    var rows = texts.needed
    if area.height > rows.count {
      header.draw(on: &canvas, in: area, style: textStyle(.bold))
      area.row += 1
      area.height -= 1
    } else {
      rows[0] = CellText(header.name + "  ") + rows[0]
      while rows.count > area.height, let last = rows.popLast() {
        rows[rows.count - 1] = rows[rows.count - 1] + CellText("  ") + last
      }
    }
    let all = texts.all.flatMap { $0.wrapped(to: width, rows: 2) }
    rows = all.count <= area.height ? all : rows.flatMap { $0.wrapped(to: width, rows: 2) }
    for (index, row) in rows.prefix(area.height).enumerated() {
      var style = textStyle(.bold)
      if index == 0 { style.tone = picture.style.tone }
      canvas.write(row, row: area.row + index, column: area.column + 1, style: style)
    }
  }
}

extension Picture {
  /// The word first; `all` has the reasons too.
  fileprivate func texts(width: Int) -> (needed: [CellText], all: [CellText]) {
    let word = CellText(word.map { "*** \($0) ***" } ?? "")
    let above = [word, (number ?? scan).map { CellText($0).clippedFromTheLeft(to: width) }].compactMap(\.self)
    let below = [imperative.map { CellText("> \($0)") }].compactMap(\.self)
    return (above + below, above + reasons.map(CellText.init) + below)
  }
}
