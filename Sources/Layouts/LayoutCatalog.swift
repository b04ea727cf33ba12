import Glibc

/// The layouts that the installed xkb data has, as `rules/evdev.lst` names them: `de`, and with a variant `us(intl)`.
struct LayoutCatalog {
  let names: [String]

  init(in root: String) throws(LayoutError) {
    names = Self.names(in: try Self.lines(of: "\(root)/rules/evdev.lst"))
  }

  /// The five names that take the fewest edits to become `text`, whatever its case.
  func nearest(to text: String) -> [String] {
    let text = text.lowercased()
    let ranked = names.map { (edits: edits(from: $0, to: text), name: $0) }
    return ranked.sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }.prefix(5).map(\.name)
  }

  /// The Levenshtein distance.
  private func edits(from: String, to: String) -> Int {
    var row = Array(0...to.utf8.count)
    for (i, left) in from.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in to.utf8.enumerated() {
        let replaced = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(row[j] + 1, row[j + 1] + 1, replaced)
      }
    }
    return row[to.utf8.count]
  }

  /// Under `! layout` a line is `de  German`, under `! variant` it is `intl  us: English (US, intl.)`.
  private static func names(in lines: [String]) -> [String] {
    var section: Substring = ""
    return lines.compactMap { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      guard words.count >= 2 else { return nil }
      if words[0] == "!" {
        section = words[1]
        return nil
      }
      return switch section {
      case "layout": String(words[0])
      case "variant": "\(words[1].dropLast())(\(words[0]))"
      default: nil
      }
    }
  }

  private static func lines(of path: String) throws(LayoutError) -> [String] {
    guard let file = fopen(path, "r") else { throw .noData(path, reason: String(cString: strerror(errno))) }
    defer { fclose(file) }
    var lines: [String] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0, let line {
      lines.append(String(cString: line))
    }
    return lines
  }
}
