/// What to add to a complaint about an unknown word: the known one nearest to it, or else all of them.
func suggestion(for word: String, among known: [String]) -> String {
  let nearest = known.map { (word: $0, distance: distance(normal(word), normal($0))) }.min { $0.distance < $1.distance }
  guard let nearest, nearest.distance <= max(1, nearest.word.utf8.count / 3) else {
    return "known are \(known.joined(separator: ", "))"
  }
  return "did you mean \(nearest.word)?"
}

/// Case and the choice between `-` and `_` are slips, not letters.
private func normal(_ word: String) -> [UInt8] {
  word.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
}

/// How many letters to put in, take out, change or swap with their neighbour (optimal string alignment).
private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var before: [Int] = []
  var row = Array(0...right.count)
  for i in left.indices {
    var next = [i + 1]
    for j in right.indices {
      var steps = min(row[j] + (left[i] == right[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { steps = min(steps, before[j - 1] + 1) }
      next.append(steps)
    }
    (before, row) = (row, next)
  }
  return row[right.count]
}
