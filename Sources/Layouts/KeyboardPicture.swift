import Scanning

/// A picture of the keyboard at one level: the four rows of `PrintingKeys`, one cell a key, cells apart by blanks.
///
/// `.` is a key that gives nothing, and so is what a row leaves out at its end; `^@` is a dead `^`, as in Microsoft's
/// `.klc` files.
struct KeyboardPicture {
  let cells: [KeyCode: Substring]

  init(_ text: String) {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    let cells = zip(PrintingKeys.rows, rows).flatMap { keys, row in zip(keys, row.split(separator: " ")) }
    self.cells = Dictionary(uniqueKeysWithValues: cells.filter { $0.1 != "." })
  }

  func symbol(of key: KeyCode) -> Layout.Symbol? {
    guard let scalars = cells[key]?.unicodeScalars, let first = scalars.first else { return nil }
    return scalars.count == 2 ? .dead(first) : .character(first)
  }
}
