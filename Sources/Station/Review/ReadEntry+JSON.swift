package import Journal

extension ReadEntry {
  /// The entry as it was recorded, its place in the chain and whether it was overtaken put in front.
  package var json: String {
    var line = JSONLine()
    line.add("sequence", Int(entry.sequence))
    line.add("hash", entry.hash.hex)
    line.add("overtaken", isOvertaken)
    if case .unreadable = content {
      line.add("type", "unreadable")
      line.add("payload", entry.payload)
      return line.closed
    }
    return line.text + "," + entry.payload.drop { $0 != "{" }.dropFirst()
  }
}
