/// A word of the screen in block letters, as large as its place allows.
struct Lettering: Hashable {
  private let bitmap: Bitmap
  private let scale: Scale

  /// nil where the word does not fit even at one cell a pixel.
  init?(_ word: String, icon: Icon?, width: Int, height: Int) {
    let fitting = [false, true].compactMap { isBroken -> Lettering? in
      guard let bitmap = BlockFont.bitmap(word, icon: icon, isBroken: isBroken),
        let scale = Scale(largestOf: bitmap, width: width, height: height)
      else { return nil }
      return Lettering(bitmap: bitmap, scale: scale)
    }
    guard let largest = fitting.max(by: { $0.scale < $1.scale }) else { return nil }
    self = largest
  }

  private init(bitmap: Bitmap, scale: Scale) {
    self.bitmap = bitmap
    self.scale = scale
  }

  var width: Int { bitmap.width * scale.columns }
  var height: Int { bitmap.height * scale.rows }

  func draw(on canvas: inout Canvas, row: Int, column: Int, with cell: Cell) {
    for (y, pixels) in bitmap.rows.enumerated() {
      for (x, isSet) in pixels.enumerated() where isSet {
        let pixel = Area(
          row: row + y * scale.rows, column: column + x * scale.columns, width: scale.columns, height: scale.rows)
        canvas.fill(pixel, with: cell)
      }
    }
  }
}

/// How many cells a pixel of the font takes; the larger one is read from further away.
private struct Scale: Hashable, Comparable {
  let columns: Int
  let rows: Int

  /// nil where not even one cell a pixel fits.
  init?(largestOf bitmap: Bitmap, width: Int, height: Int) {
    guard bitmap.width > 0, bitmap.height > 0 else { return nil }
    let (columns, rows) = (width / bitmap.width, height / bitmap.height)
    guard columns > 0, rows > 0 else { return nil }
    // A cell is twice as high as wide: past these ratios letters get too narrow or too flat to read.
    self.columns = min(columns, 3 * rows)
    self.rows = min(rows, columns)
  }

  /// First by the side of a pixel that is the shorter one to the eye, then by its area.
  static func < (left: Scale, right: Scale) -> Bool {
    (min(left.columns, 2 * left.rows), left.columns * left.rows)
      < (min(right.columns, 2 * right.rows), right.columns * right.rows)
  }
}
