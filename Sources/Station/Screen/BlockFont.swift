/// The block letters of the operator's words and the icons before them: five pixels high, as wide as each needs.
enum BlockFont {
  /// The word on one row, or broken at its spaces, its icon before it; nil where a letter has no picture.
  static func bitmap(_ word: String, icon: Icon?, isBroken: Bool) -> Bitmap? {
    var lines: [Bitmap] = []
    for part in isBroken ? word.split(separator: " ") : [word[...]] {
      let letters = part.compactMap { Self.letters[$0] }
      guard letters.count == part.count, let first = letters.first else { return nil }
      lines.append(letters.dropFirst().reduce(first) { $0.beside($1, gap: letterGap) })
    }
    if let icon, let first = lines.first {
      lines[0] = picture(icon).beside(first, gap: iconGap)
    }
    return lines.first.map { lines.dropFirst().reduce($0) { $0.above($1) } }
  }

  /// In pixels, of a word on one row.
  static let height = 5
  private static let letterGap = 1
  private static let iconGap = 2

  private static func picture(_ icon: Icon) -> Bitmap {
    switch icon {
    case .tick: Bitmap("....# ...## #..#. ###.. .#...")
    case .cross: Bitmap("#...# .#.#. ..#.. .#.#. #...#")
    case .question: Bitmap(".###. #...# ..##. ..... ..#..")
    case .pause: Bitmap("##.## ##.## ##.## ##.## ##.##")
    }
  }

  /// Those that the words of the screen are made of.
  private static let letters: [Character: Bitmap] = [
    " ": Bitmap("... ... ... ... ..."),
    "A": Bitmap(".##. #..# #### #..# #..#"),
    "C": Bitmap(".### #... #... #... .###"),
    "D": Bitmap("###. #..# #..# #..# ###."),
    "E": Bitmap("#### #... ###. #... ####"),
    "F": Bitmap("#### #... ###. #... #..."),
    "G": Bitmap(".### #... #.## #..# .###"),
    "H": Bitmap("#..# #..# #### #..# #..#"),
    "I": Bitmap("# # # # #"),
    "K": Bitmap("#..# #.#. ##.. #.#. #..#"),
    "L": Bitmap("#... #... #... #... ####"),
    "N": Bitmap("#...# ##..# #.#.# #..## #...#"),
    "O": Bitmap(".##. #..# #..# #..# .##."),
    "P": Bitmap("###. #..# ###. #... #..."),
    "R": Bitmap("###. #..# ###. #.#. #..#"),
    "S": Bitmap(".### #... .##. ...# ###."),
    "T": Bitmap("##### ..#.. ..#.. ..#.. ..#.."),
    "V": Bitmap("#...# #...# #...# .#.#. ..#.."),
    "Y": Bitmap("#...# .#.#. ..#.. ..#.. ..#.."),
  ]
}

/// The sign that stands before a word, so that its shape alone tells it.
enum Icon: Hashable, Sendable {
  case tick, cross, question, pause
}
