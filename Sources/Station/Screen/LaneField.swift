/// One lane's part of the screen: its header, its word as large as there is room for, its text, its footer.
struct LaneField {
  var header: FieldHeader
  var picture: Picture
  /// nil where there is no lane.
  var footer: FieldFooter?
  /// Whether a border that flashes is in its other half.
  var isFlashed = false

  func draw(on canvas: inout Canvas, in area: Area) {
    guard area.height > 0, area.width > 0 else { return }
    if picture.isFilled { canvas.fill(area, with: .block(picture.style)) }
    for density in FieldText.Density.allCases {
      if let layout = FieldLayout(of: self, in: area, density: density) {
        return draw(layout, on: &canvas, in: area)
      }
    }
    drawInPlainLetters(on: &canvas, in: area)
  }

  private func draw(_ layout: FieldLayout, on canvas: inout Canvas, in area: Area) {
    header.draw(on: &canvas, in: area, style: textStyle(.bold))
    layout.border.draw(
      on: &canvas, in: layout.body, isThin: layout.isBorderThin, isFlashed: isFlashed, style: picture.style)
    let (row, column) = layout.letteringCorner
    layout.lettering?.draw(
      on: &canvas, row: row, column: column, with: picture.isFilled ? .blank : .block(picture.style))
    for (row, line) in layout.lines {
      let style = textStyle(line.isImperative ? .bold : .normal)
      canvas.write(line.text, row: row, column: layout.column + line.indent, style: style)
    }
    for (index, text) in layout.footer.enumerated() {
      let row = area.row + area.height - layout.footer.count + index
      canvas.write(text, row: row, column: area.column + 1, style: textStyle())
    }
  }

  /// On a filled field texts stand on its ground.
  func textStyle(_ weight: Style.Weight = .normal) -> Style {
    picture.isFilled ? Style(tone: picture.style.tone, isReversed: true) : Style(weight: weight)
  }
}
