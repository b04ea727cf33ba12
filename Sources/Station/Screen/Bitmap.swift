/// A picture of pixels that are set or not: a letter, an icon, a whole word.
struct Bitmap: Hashable, Sendable {
  private(set) var rows: [[Bool]]

  /// From rows of `#` and `.`, a space between two.
  init(_ picture: String) {
    rows = picture.split(separator: " ").map { row in row.map { $0 == "#" } }
  }

  var width: Int { rows.first?.count ?? 0 }
  var height: Int { rows.count }

  /// The two side by side, `gap` pixels apart; both are of one height.
  func beside(_ other: Bitmap, gap: Int) -> Bitmap {
    var both = self
    for (index, row) in other.rows.enumerated() where index < height {
      both.rows[index] += Array(repeating: false, count: gap) + row
    }
    return both
  }

  /// The two one below the other, one pixel apart, flush left.
  func above(_ other: Bitmap) -> Bitmap {
    var both = self
    both.rows += [[]] + other.rows
    let width = max(width, other.width)
    both.rows = both.rows.map { $0 + Array(repeating: false, count: width - $0.count) }
    return both
  }
}
